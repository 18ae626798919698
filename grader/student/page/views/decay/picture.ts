import type { PenaltyPath } from '../../computations/decay';
import { drawChart, dots, endLabels, extentOf, line, rule, type Point } from '../../drawing';
import { type Figure, type Picture, type Slot, slotFor, valueOf } from '../kit';
import { sentencesOf } from './sentencesOf';
import { shapes } from './shapes';
import { adamSteps, lambdas, type DecayData, type DecayState } from './state';
import type { DecayTexts } from './texts';

/** Four figures: powers, shapes of the penalties, weights over λ, and the two kinds of Adam. */
export function decayPicture(
  data: DecayData,
  state: DecayState,
  texts: DecayTexts,
  width: number,
): Picture<DecayState> {
  const sentences = sentencesOf(data, state, texts);
  const slot = slotFor(width, 2, sentences);
  return {
    figures: [
      curves(data, state, texts, slot),
      shapes(data, state, texts, slot),
      overLambda(data, state, texts, slot),
      adam(data, texts, slot),
    ],
    sentences,
  };
}

function curves(
  { powers, exponential }: DecayData,
  { steps }: DecayState,
  texts: DecayTexts,
  slot: Slot,
): Figure<DecayState> {
  const [left, near] = [numbered(valueOf(powers)), numbered(valueOf(exponential))];
  const drawing = drawChart({
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
  return { id: 'decay-curves', title: texts.curves, drawing };
}

function overLambda({ l1, l2 }: DecayData, { penalty }: DecayState, texts: DecayTexts, slot: Slot): Figure<DecayState> {
  const lines = (path: PenaltyPath | undefined, axis: 0 | 1): readonly Point[] =>
    path?.weights.map((weights, index): Point => [lambdas[index] ?? NaN, weights[axis]]) ?? [];
  const all = [
    { text: 'L1 w₁', series: 5 as const, points: lines(valueOf(l1), 0), className: '' },
    { text: 'L1 w₂', series: 5 as const, points: lines(valueOf(l1), 1), className: 'dashed' },
    { text: 'L2 w₁', series: 1 as const, points: lines(valueOf(l2), 0), className: '' },
    { text: 'L2 w₂', series: 1 as const, points: lines(valueOf(l2), 1), className: 'dashed' },
  ];
  const drawing = drawChart({
    ...{ ...slot, id: 'decay-path', title: texts.path, margins: { right: 52 } },
    x: { label: 'λ', domain: [0, lambdas.at(-1) ?? 1] },
    y: { label: texts.path, domain: extentOf([0, ...all.flatMap(({ points }) => points.map(([, value]) => value))]) },
    marks: (frame) => [
      rule(frame, { y: 0 }),
      rule(frame, { x: penalty }, 'strong'),
      all.map(({ series, points, className }) => line(frame, points, `series-${series} ${className}`)),
    ],
    above: (frame) => endLabels(frame, all),
  });
  return { id: 'decay-path', title: texts.path, drawing };
}

function adam({ coupled, decoupled }: DecayData, texts: DecayTexts, slot: Slot): Figure<DecayState> {
  const lines = [coupled, decoupled].flatMap((result, index) => {
    const weights = valueOf(result) ?? [];
    const name = ['L2', 'AdamW'][index] ?? '';
    return ([0, 1] as const).map((axis) => ({
      text: `${name} ${axis + 1}`,
      series: index === 0 ? (2 as const) : (3 as const),
      className: axis === 0 ? '' : 'dashed',
      points: numbered(weights.map((pair) => pair[axis])),
    }));
  });
  const drawing = drawChart({
    ...{ ...slot, id: 'decay-adam', title: texts.adam, margins: { right: 80 } },
    x: { label: `${texts.steps} · 1 ${texts.smallGradients}, 2 ${texts.largeGradients}`, domain: [0, adamSteps] },
    y: {
      label: texts.weight,
      domain: extentOf([0, 1, ...lines.flatMap(({ points }) => points.map(([, value]) => value))]),
    },
    marks: (frame) =>
      lines.map(({ series, className, points }) => line(frame, points, `series-${series} ${className}`)),
    above: (frame) => endLabels(frame, lines),
  });
  return { id: 'decay-adam', title: texts.adam, drawing };
}

function numbered(values: readonly number[] | undefined): readonly Point[] {
  return values?.map((value, index): Point => [index, value]) ?? [];
}
