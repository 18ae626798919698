import { formatError, formatNumber } from '../../../../pipeline/words/formatNumber';
import { curves } from '../../computations/gradients';
import { dots, endLabels, extentOf, label, line, rule, seriesOf, type Point } from '../../drawing';
import { chartFigure, type Figure, type Sentence, type Slot, valueOf } from '../kit';
import { steps, type GradientsScene, type GradientsState } from './state';

function curvesOf({ data, texts }: GradientsScene) {
  return data.map(({ by, precision, differences }, index) => ({
    text: `${by === 'forwardDifference' ? texts.forward : texts.central} ${precision.slice(5)}`,
    name: `${by} (${precision})`,
    series: seriesOf(index),
    // An error of 0 can't be shown on a log scale; less than half a digit is invisible anyway.
    points: (valueOf(differences) ?? []).map(({ error }, at): Point => [steps[at] ?? NaN, Math.max(error, 1e-17)]),
  }));
}

/** The tip of a V. */
function lowest(points: readonly Point[]): Point | undefined {
  return points.reduce<Point | undefined>((low, point) => (low && low[1] <= point[1] ? low : point), undefined);
}

function stepAt(h: number): number {
  return steps.findIndex((step) => step <= h * 1.001);
}

export function sentencesOf(scene: GradientsScene): readonly Sentence[] {
  const { state, texts } = scene;
  const named = curvesOf(scene);
  const best = named.map(({ name, points }) => {
    const least = lowest(points);
    return least && texts.best(name, formatError(least[0]), formatError(least[1]));
  });
  const [forward, central] = named.slice(2).map(({ points }) => points[stepAt(state.h)]?.[1]);
  return [
    forward !== undefined &&
      central !== undefined &&
      texts.here(formatError(state.h), formatError(forward), formatError(central)),
    ...best,
    texts.why,
  ];
}

/** The V of errors. */
export function errors(scene: GradientsScene, slot: Slot): Figure<GradientsState> {
  const { state, texts } = scene;
  const lines = curvesOf(scene);
  return chartFigure({
    ...{ ...slot, id: 'gradients-errors', title: texts.errors, margins: { right: 14 } },
    x: { label: texts.step, scale: 'log', domain: [1e-13, 1] },
    y: { label: texts.error, scale: 'log', domain: [1e-15, 10] },
    marks: (frame) => [
      rule(frame, { x: state.h }, 'strong'),
      rule(frame, { y: 1e-5 }),
      lines.map(({ series, points }) => line(frame, points, `series-${series}`)),
      lines.map(({ series, points }) => dots(frame, points.filter((_, index) => index % 4 === 0), series, 26)), // prettier-ignore
    ],
    above: (frame) => [
      label(frame, `${texts.bands} 1e-5`, [1e-13, 1e-5], { dx: 4, dy: 14, anchor: 'start' }),
      lines.map(({ text, series, points }) => {
        // At the tip of its V, where lines are apart.
        const tip = lowest(points);
        return tip && label(frame, text, tip, { dy: 18, anchor: 'middle', className: `series-${series}` });
      }),
    ],
  });
}

/** The two differences as lines through the function. */
export function slopes({ data, state, texts }: GradientsScene, slot: Slot): Figure<GradientsState> {
  const { curve, x, h } = state;
  const f = (at: number): number => curves[curve].value(at, Number);
  const [left, right] = [x - 1.2, x + 1.2];
  const graph = Array.from({ length: 121 }, (_, index): Point => {
    const at = left + ((right - left) * index) / 120;
    return [at, f(at)];
  });
  const through = (slope: number): readonly Point[] => [left, right].map((at) => [at, f(x) + slope * (at - x)]);
  const lines = [texts.forward, texts.central].map((text, index) => {
    const slope = valueOf(data[index + 2]?.differences)?.[stepAt(h)]?.slope;
    return { text, series: seriesOf(index + 2), points: slope === undefined ? [] : through(slope) };
  });
  return chartFigure({
    ...{ ...slot, id: 'gradients-slopes', title: texts.picture, margins: { right: 60 } },
    x: { label: 'x', domain: [left, right] },
    y: { label: texts.curves[curve], domain: extentOf(graph.map(([, value]) => value), 0.15) }, // prettier-ignore
    marks: (frame) => [
      line(frame, graph, 'thick series-8'),
      lines.map(({ series, points }) => line(frame, points, `series-${series}`)),
      dots(frame, [[x + h, f(x + h)], [x - h, f(x - h)]], 3, 50), // prettier-ignore
      dots(frame, [[x, f(x)]], 1, 80, 'ringed'),
    ],
    above: (frame) => [
      endLabels(frame, lines),
      label(frame, `h = ${formatNumber(h, 3)}`, [x, f(x)], { dx: 10, dy: 22, anchor: 'start' }),
    ],
  });
}
