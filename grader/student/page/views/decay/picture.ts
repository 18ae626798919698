import type { PenaltyPath } from '../../computations/decay';
import { dots, endLabels, extentOf, line, rule, type Point } from '../../drawing';
import { chartFigure, numbered, type Figure, type Slot, valueOf, valuesOf } from '../kit';
import { adamSteps, lambdas, type DecayScene, type DecayState } from './state';

/** What is left of a weight, by powers and by their exponential. */
export function curves({ data, state: { steps }, texts }: DecayScene, slot: Slot): Figure<DecayState> {
  const [left, near] = [numbered(valueOf(data.powers)), numbered(valueOf(data.exponential))];
  return chartFigure({
    ...{ ...slot, id: 'decay-curves', title: texts.curves, margins: { right: 76 } },
    x: { label: texts.steps, domain: [0, steps] },
    y: { label: texts.weight, domain: extentOf([0, 1, ...left.map(([, value]) => value)], 0.03) },
    marks: (frame) => [
      line(frame, near, 'series-2 dashed'),
      line(frame, left, 'series-1'),
      steps <= 60 && dots(frame, left, 1, 22),
    ],
    above: (frame) =>
      endLabels(frame, [
        { text: '(1−ηλ)^t', series: 1, points: left },
        { text: 'e^(−ηλt)', series: 2, points: near },
      ]),
  });
}

/** The best weights over the strength of each penalty. */
export function overLambda({ data, state: { penalty }, texts }: DecayScene, slot: Slot): Figure<DecayState> {
  const { l1, l2 } = data;
  const lines = (path: PenaltyPath | undefined, axis: 0 | 1): readonly Point[] =>
    path?.weights.map((weights, index): Point => [lambdas[index] ?? NaN, weights[axis]]) ?? [];
  const all = [
    { text: 'L1 w₁', series: 5 as const, points: lines(valueOf(l1), 0), className: '' },
    { text: 'L1 w₂', series: 5 as const, points: lines(valueOf(l1), 1), className: 'dashed' },
    { text: 'L2 w₁', series: 1 as const, points: lines(valueOf(l2), 0), className: '' },
    { text: 'L2 w₂', series: 1 as const, points: lines(valueOf(l2), 1), className: 'dashed' },
  ];
  return chartFigure({
    ...{ ...slot, id: 'decay-path', title: texts.path, margins: { right: 52 } },
    x: { label: 'λ', domain: [0, lambdas.at(-1) ?? 1] },
    y: { label: texts.path, domain: extentOf([0, ...valuesOf(all)]) },
    marks: (frame) => [
      rule(frame, { y: 0 }),
      rule(frame, { x: penalty }, 'strong'),
      all.map(({ series, points, className }) => line(frame, points, `series-${series} ${className}`)),
    ],
    above: (frame) => endLabels(frame, all),
  });
}

/** Weights under both kinds of Adam with decay. */
export function adam({ data, texts }: DecayScene, slot: Slot): Figure<DecayState> {
  const lines = [data.coupled, data.decoupled].flatMap((result, index) => {
    const weights = valueOf(result) ?? [];
    const name = ['L2', 'AdamW'][index] ?? '';
    return ([0, 1] as const).map((axis) => ({
      text: `${name} ${axis + 1}`,
      series: index === 0 ? (2 as const) : (3 as const),
      className: axis === 0 ? '' : 'dashed',
      points: numbered(weights.map((pair) => pair[axis])),
    }));
  });
  return chartFigure({
    ...{ ...slot, id: 'decay-adam', title: texts.adam, margins: { right: 80 } },
    x: { label: `${texts.steps} · 1 ${texts.smallGradients}, 2 ${texts.largeGradients}`, domain: [0, adamSteps] },
    y: { label: texts.weight, domain: extentOf([0, 1, ...valuesOf(lines)]) },
    marks: (frame) =>
      lines.map(({ series, className, points }) => line(frame, points, `series-${series} ${className}`)),
    above: (frame) => endLabels(frame, lines),
  });
}
