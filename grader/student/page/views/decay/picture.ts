import { formatNumber } from '../../../../pipeline/words/formatNumber';
import type { ComputationResult } from '../../computations';
import type { PenaltyPath } from '../../computations/decay';
import { coupling, directions } from '../../computations/decay';
import {
  contours,
  dots,
  drawChart,
  endLabels,
  extentOf,
  label,
  line,
  rule,
  svg,
  type Frame,
  type Point,
} from '../../drawing';
import { type Figure, type Picture, type Slot, slotFor, valueOf } from '../kit';
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

const domain = { x: [-1, 2.5], y: [-1, 1.8] } as const;

function shapes({ l1, l2 }: DecayData, state: DecayState, texts: DecayTexts, slot: Slot): Figure<DecayState> {
  const { center } = state;
  const chart = drawChart({
    ...{ ...slot, id: 'decay-shapes', title: texts.shapes },
    x: { label: 'w₁', domain: domain.x },
    y: { label: 'w₂', domain: domain.y },
    marks: (frame) => [
      contours(frame, ([x, y]) => lossAt(x - center[0], y - center[1]), [0.05, 0.3, 0.8, 1.6, 3, 5, 8]),
      rule(frame, { x: 0 }),
      rule(frame, { y: 0 }),
      shape(frame, valueOf(l1), 1, state.penalty, 5),
      shape(frame, valueOf(l2), 2, state.penalty, 1),
    ],
    above: (frame) => label(frame, texts.lowest, center, { dy: -18 }),
  });
  const text = texts.center(formatNumber(center[0], 3), formatNumber(center[1], 3));
  return {
    ...{ id: 'decay-shapes', title: texts.shapes, drawing: chart },
    handles: [
      {
        ...{ id: 'center', chart, label: text, at: center, step: [0.05, 0.05] },
        move: (now, [x, y]) => ({ ...now, center: [clamp(x, domain.x), clamp(y, domain.y)] }),
      },
    ],
  };
}

/** The path over λ, the best weights at the chosen one, and all weights that the penalty likes as much. */
function shape(
  frame: Frame,
  path: PenaltyPath | undefined,
  power: 1 | 2,
  lambda: number,
  series: 1 | 5,
): ReturnType<typeof svg> | undefined {
  const best = path?.weights[nearest(lambda)];
  if (path === undefined || best === undefined) return undefined;
  const angle = ((Math.atan2(best[1], best[0]) / (2 * Math.PI) + 1) % 1) * directions;
  const size = Math.hypot(...best) ** power * (path.around[Math.round(angle) % directions] ?? NaN);
  const ring = Array.from({ length: directions + 1 }, (_, index): Point => {
    const radius = (size / (path.around[index % directions] ?? NaN)) ** (1 / power);
    const turn = (2 * Math.PI * index) / directions;
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  });
  return svg`${line(frame, ring, `series-${series} thin`)}${line(frame, path.weights, `series-${series} dotted`)}${dots(frame, [best], series, 80, 'ringed')}`;
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

function sentencesOf(
  data: DecayData,
  { learningRate, lambda, steps, penalty }: DecayState,
  texts: DecayTexts,
): readonly string[] {
  const product = learningRate * lambda;
  const [powers, near, error] = [valueOf(data.powers)?.at(-1), valueOf(data.exponential)?.at(-1), valueOf(data.error)];
  const at = (result: ComputationResult<PenaltyPath>): string => {
    const best = valueOf(result)?.weights[nearest(penalty)];
    return best === undefined ? '–' : `(${best.map((value) => rounded(value)).join(', ')})`;
  };
  const ends = (result: DecayData['coupled']): readonly [string, string] | undefined => {
    const end = valueOf(result)?.at(-1);
    return end && [rounded(end[0]), rounded(end[1])];
  };
  const [coupled, decoupled] = [ends(data.coupled), ends(data.decoupled)];
  return [
    ...(powers === undefined && near === undefined
      ? []
      : [texts.afterSteps(steps, formatNumber(product, 3), shown(powers), shown(near))]),
    ...(error === undefined ? [] : [texts.error(formatNumber(error, 3), formatNumber((steps * product ** 2) / 2, 3))]),
    texts.bestWeights(formatNumber(penalty, 3), at(data.l1), at(data.l2)),
    ...(decoupled === undefined ? [] : [texts.decoupled(...decoupled)]),
    ...(coupled === undefined ? [] : [texts.coupled(...coupled)]),
  ];
}

function shown(value: number | undefined): string {
  return value === undefined ? '–' : formatNumber(value, 3);
}

/** What a picture can show: below a thousandth a weight lies at 0. */
function rounded(value: number): string {
  return formatNumber(Math.abs(value) < 5e-3 ? 0 : Number(value.toFixed(3)), 3).replace('-', '−');
}

function numbered(values: readonly number[] | undefined): readonly Point[] {
  return values?.map((value, index): Point => [index, value]) ?? [];
}

function nearest(lambda: number): number {
  return lambdas.reduce(
    (best, value, index) => (Math.abs(value - lambda) < Math.abs((lambdas[best] ?? 0) - lambda) ? index : best),
    0,
  );
}

function lossAt(dx: number, dy: number): number {
  return 0.5 * (dx * dx + 3 * dy * dy + 2 * coupling * dx * dy);
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Number(Math.max(low, Math.min(high, value)).toFixed(3));
}
