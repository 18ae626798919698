import { formatNumber } from '../../../../pipeline/words/formatNumber';
import { polynomial } from '../../computations/fitting';
import { dots, endLabels, line, rule, type ChartOptions, type Point } from '../../drawing';
import { chartFigure, limited, type Figure, type Slot, valueOf } from '../kit';
import { maxDegree, pointsOf, truth, type FittingScene, type FittingState } from './state';

const across = Array.from({ length: 101 }, (_, index) => -1 + index / 50);

/** How far the fit of each degree is off: on its own points, and everywhere. */
function errorsOf({ data, state }: FittingScene): readonly (readonly [number, number] | undefined)[] {
  const points = pointsOf(state, 0);
  return data.degrees.map((result) => {
    const weights = valueOf(result);
    return (
      weights && [
        missOf(points.map(([x, y]) => polynomial(weights, x) - y)),
        missOf(across.map((x) => polynomial(weights, x) - truth(x))),
      ]
    );
  });
}

/** Fits through the points. */
export function fits({ data, state, texts }: FittingScene, slot: Slot): Figure<FittingState> {
  const points = pointsOf(state, 0);
  const curve = (weights: readonly number[] | undefined): readonly Point[] =>
    weights === undefined ? [] : across.map((x) => [x, polynomial(weights, x)]);
  const all = data.samples.map((result) => valueOf(result)).filter((weights) => weights !== undefined);
  const mean = curve(meanOf(all));
  const lines = [
    { text: texts.truth, series: 8 as const, points: across.map((x): Point => [x, truth(x)]), className: 'thick' },
    { text: texts.mean, series: 2 as const, points: mean, className: 'dashed' },
    { text: texts.fit, series: 1 as const, points: curve(valueOf(data.degrees[state.degree - 1])), className: '' },
  ];
  const options: ChartOptions = {
    ...{ ...slot, id: 'fitting-fits', title: texts.fits, margins: { right: 52 } },
    x: { label: 'x', domain: [-1.05, 1.05] },
    y: { label: 'y', domain: [-2, 2] },
    marks: (frame) => [
      all.map((weights) => line(frame, curve(weights), 'series-2 thin')),
      lines.map(({ series, points: along, className }) => line(frame, along, `series-${series} ${className}`)),
      dots(frame, points, 1, 60),
    ],
    above: (frame) => endLabels(frame, lines),
  };
  return chartFigure(options, (chart) => ({
    handles: points.map(([x, y], index) => ({
      ...{ id: `point-${index}`, chart, at: [x, y], step: [0, 0.05], small: true },
      label: texts.point(formatNumber(x, 2), formatNumber(y, 3)),
      move: (now, [, to]) => ({ ...now, moved: { ...now.moved, [index]: limited(to, [-1.95, 1.95]) } }),
    })),
  }));
}

/** Their errors for each degree. */
export function errorCurves(scene: FittingScene, slot: Slot): Figure<FittingState> {
  const { state, texts } = scene;
  const errors = errorsOf(scene);
  const lines = [texts.trainingError, texts.testError].map((text, part) => ({
    text,
    series: part === 0 ? (1 as const) : (5 as const),
    points: errors.flatMap((pair, index): Point[] =>
      pair === undefined ? [] : [[index + 1, Math.max(pair[part as 0 | 1], 1e-4)]],
    ),
  }));
  return chartFigure({
    ...{ ...slot, id: 'fitting-errors', title: texts.errors, margins: { right: 78 } },
    x: {
      label: texts.degree,
      domain: [0.8, maxDegree + 0.2],
      ticks: Array.from({ length: maxDegree }, (_, index) => index + 1),
    },
    y: { label: texts.error, scale: 'log', domain: [0.01, 3] },
    marks: (frame) => [
      rule(frame, { x: state.degree }, 'strong'),
      lines.map(({ series, points }) => [line(frame, points, `series-${series}`), dots(frame, points, series, 40)]),
    ],
    above: (frame) => endLabels(frame, lines),
  });
}

function meanOf(all: readonly (readonly number[])[]): readonly number[] | undefined {
  return all[0]?.map((_, power) => all.reduce((sum, weights) => sum + (weights[power] ?? NaN), 0) / all.length);
}

/** Root mean square. */
function missOf(differences: readonly number[]): number {
  return Math.sqrt(differences.reduce((sum, difference) => sum + difference ** 2, 0) / differences.length);
}

export function sentencesOf(scene: FittingScene): readonly string[] {
  const { data, state, texts } = scene;
  const { degree, lambda } = state;
  const errors = errorsOf(scene);
  const own = errors[degree - 1];
  const all = data.samples.map((result) => valueOf(result)).filter((weights) => weights !== undefined);
  const mean = meanOf(all);
  if (own === undefined || mean === undefined) return [];
  const tests = errors.map((pair) => pair?.[1] ?? Infinity);
  const least = Math.min(...tests);
  const bias = missOf(across.map((x) => polynomial(mean, x) - truth(x)));
  const spread = missOf(all.flatMap((weights) => across.map((x) => polynomial(weights, x) - polynomial(mean, x))));
  const shown = (value: number): string => formatNumber(value, 3);
  return [
    texts.says(degree, shown(lambda), shown(own[0]), shown(own[1])),
    texts.best(tests.indexOf(least) + 1, shown(least)),
    texts.parts(shown(bias), shown(spread), all.length),
  ];
}
