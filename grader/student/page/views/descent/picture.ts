import { formatNumber } from '../../../../pipeline/words/formatNumber';
import { optimizerIds } from '../../computations/optimizers';
import { surfaceOf, type Surface } from '../../computations/surfaces';
import { contours, dots, endLabels, label, line, logExtentOf, seriesOf, svg, type ChartOptions, type Point, type Series } from '../../drawing'; // prettier-ignore
import { chartFigure, limited, type Figure, type Sentence, type Slot } from '../kit';
import type { DescentScene, DescentState } from './state';

interface Path {
  readonly name: string;
  readonly series: Series;
  readonly points: readonly Point[];
  readonly companion: readonly Point[];
}

function pathsOf({ data, state, texts }: DescentScene): readonly Path[] {
  const shown = (points: readonly Point[]): readonly Point[] => points.slice(0, state.steps + 1);
  return data.map(({ id, own, companion }) => ({
    name: texts.names[id],
    series: seriesOf(optimizerIds.indexOf(id)),
    points: own.status === 'ok' ? shown(own.value.points) : [],
    companion: companion?.status === 'ok' ? shown(companion.value.points) : [],
  }));
}

/** Paths over level sets. */
export function map(scene: DescentScene, slot: Slot): Figure<DescentState> {
  const { state, texts } = scene;
  const surface = surfaceOf(state.surface, state.kappa);
  const paths = pathsOf(scene);
  const [x, y] = state.start;
  const options: ChartOptions = {
    ...{ ...slot, id: 'descent-map', title: texts.map },
    x: { label: 'w₁', domain: surface.x },
    y: { label: 'w₂', domain: surface.y },
    marks: (
      frame,
    ) => svg`${levelSets(state, `${slot.width}`, () => contours(frame, ([a, b]) => surface.height(a, b), levelsOf(surface)))}
      ${surface.lowest !== undefined && svg`<path class="target" d="M${frame.x(surface.lowest[0]) - 6} ${frame.y(surface.lowest[1])}h12m-6 -6v12"/>`}
      ${paths.map(({ series, companion }) => line(frame, companion, `series-${series} dashed`))}
      ${paths.map(({ series, points }) => svg`${line(frame, points, `series-${series}`)}${points.length <= 60 && dots(frame, points.slice(1, -1), series, 14)}${dots(frame, points.slice(-1), series, 70, 'ringed')}`)}`,
    above: (frame) => label(frame, texts.startHere, state.start, { dy: -14 }),
  };
  return chartFigure(options, (chart) => ({
    handles: [
      {
        ...{ id: 'start', chart, at: state.start, step: [0.05, 0.05] },
        label: texts.start(formatNumber(x, 3), formatNumber(y, 3)),
        move: (now, [a, b]) => ({ ...now, start: [limited(a, surface.x), limited(b, surface.y)] }),
      },
    ],
  }));
}

/** The loss of each step. */
export function loss(scene: DescentScene, slot: Slot): Figure<DescentState> {
  const { state, texts } = scene;
  const surface = surfaceOf(state.surface, state.kappa);
  const curves = pathsOf(scene).map((path) => ({ ...path, ...{ points: lossesOf(path.points, surface), companion: lossesOf(path.companion, surface) } })); // prettier-ignore
  const values = curves.flatMap(({ points, companion }) => [...points, ...companion].map(([, value]) => value));
  const from = above(surface, state.start);
  return chartFigure({
    ...{ ...slot, id: 'descent-loss', title: texts.loss },
    x: { label: texts.steps, domain: [0, state.steps] },
    y: {
      label: texts.lossAxis,
      scale: 'log',
      domain: logExtentOf([...values.map((value) => Math.min(value, from * 1e6)), from]),
    },
    margins: { right: 84 },
    marks: (frame) =>
      curves.map(
        ({ series, points, companion }) =>
          svg`${line(frame, companion, `series-${series} dashed`)}${line(frame, points, `series-${series}`)}`,
      ),
    above: (frame) =>
      endLabels(
        frame,
        curves.map(({ name, series, points, companion }) => ({
          text: name,
          series,
          points: points.length > 0 ? points : companion,
        })),
      ),
  });
}

// Cached, since level sets are most of the work and don't change with a path.
let [levelsKey, kept] = ['', svg``];
function levelSets({ surface, kappa }: DescentState, size: string, draw: () => typeof kept): typeof kept {
  const key = [surface, kappa, size].join();
  if (key !== levelsKey) [levelsKey, kept] = [key, draw()];
  return kept;
}

/** From the minimum of the picture to its maximum, denser at the bottom. */
function levelsOf({ height, x, y, lowest }: Surface): readonly number[] {
  const corners = x.flatMap((a) => y.map((b) => height(a, b)));
  const bottom = lowest === undefined ? Math.min(...corners) : height(...lowest);
  const top = Math.max(...corners);
  return Array.from({ length: 12 }, (_, index) => bottom + (top - bottom) * ((index + 0.5) / 12) ** 2.5);
}

function above({ height, lowest }: Surface, [x, y]: Point): number {
  return height(x, y) - (lowest === undefined ? 0 : height(...lowest));
}

function lossesOf(points: readonly Point[], surface: Surface): readonly Point[] {
  // A loss of exactly 0 can't be shown on a log scale.
  return points.map((point, step) => [step, Math.max(above(surface, point), 1e-300)]);
}

export function sentencesOf(scene: DescentScene): readonly Sentence[] {
  const { state, texts } = scene;
  const paths = pathsOf(scene);
  const surface = surfaceOf(state.surface, state.kappa);
  if (paths.length === 0) return [texts.none];
  const from = above(surface, state.start);
  const kappa = state.surface === 'valley' || state.surface === 'noisy' ? ` (κ = ${formatNumber(state.kappa, 3)})` : '';
  const heightOf = (point: Point): string => formatNumber(above(surface, point), 3);
  return [
    texts.from(
      `${texts.surfaces[state.surface]}${kappa}`,
      formatNumber(state.options.learningRate, 3),
      formatNumber(from, 3),
    ),
    ...paths.flatMap(({ name, points, companion }) => {
      const [end, other] = [points.at(-1), companion.at(-1)];
      const lost = divergesAt(points, surface, from);
      return [
        end && (lost === undefined ? texts.at(name, points.length - 1, heightOf(end)) : texts.diverges(name, lost)),
        other && texts.companionSays(name, heightOf(other)),
      ];
    }),
  ];
}

/** The step after which a path stays above its initial loss; undefined if it returns below. */
function divergesAt(points: readonly Point[], surface: Surface, from: number): number | undefined {
  const last = points.findLastIndex((point) => above(surface, point) <= from);
  const end = points.at(-1);
  if (end === undefined || last === points.length - 1) return undefined;
  return above(surface, end) > 2 * from || !end.every(Number.isFinite) ? last + 1 : undefined;
}
