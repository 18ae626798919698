import { formatNumber } from '../../../../pipeline/words/formatNumber';
import {
  bars,
  endLabels,
  extentOf,
  label,
  line,
  rule,
  type Axis,
  type ChartOptions,
  type Frame,
  type Point,
  type Svg,
} from '../../drawing';
import { chartFigure, limited, type Figure, type Sentence, type Slot, valueOf, valuesOf } from '../kit';
import { curveValues, largestScore, scaled, type LossesScene, type LossesState } from './state';
import type { LossesTexts } from './texts';

const range = [-largestScore, largestScore] as const;

/** Four figures stand on a screen together. */
function low(slot: Slot): Slot {
  return { ...slot, height: Math.round(slot.height * 0.82) };
}

function classes({ scores: given, truth }: LossesState, texts: LossesTexts): Axis {
  const ticks = given.map((_, index) => index);
  const format = (index: number): string => `${texts.className(index)}${index === truth ? ' ✓' : ''}`;
  return { label: '', domain: [-0.5, given.length - 0.5], ticks, format };
}

/** Scores, to be dragged. */
export function scores({ state, texts }: LossesScene, slot: Slot): Figure<LossesState> {
  const options: ChartOptions = {
    ...{ ...low(slot), id: 'losses-scores', title: texts.scores },
    x: classes(state, texts),
    y: {
      label: `${texts.scores}${state.scale === 1 ? '' : ` (× ${formatNumber(state.scale, 3)})`}`,
      domain: range,
    },
    marks: (frame) => [bars(frame, state.scores, 1), rule(frame, { y: 0 }, 'strong')],
  };
  return chartFigure<LossesState>(options, (chart) => ({
    handles: state.scores.map((score, index) => ({
      ...{ id: `score-${index}`, chart, at: [index, score], step: [0, 0.1] },
      label: texts.score(index, formatNumber(score * state.scale, 3)),
      move: (now, [, y]) => ({ ...now, scores: now.scores.with(index, limited(y, range, 2)) }),
    })),
  }));
}

/** What softmax makes of them. */
export function probabilities({ data, state, texts }: LossesScene, slot: Slot): Figure<LossesState> {
  const values = valueOf(data.probabilities) ?? [];
  return chartFigure({
    ...{ ...low(slot), id: 'losses-probabilities', title: texts.probabilities },
    x: classes(state, texts),
    y: { label: texts.probabilities, domain: [0, 1.08], ticks: [0, 0.25, 0.5, 0.75, 1] },
    marks: (frame) => bars(frame, values, 3),
    above: (frame) => values.map((value, index) => written(frame, index, value, Number.isFinite(value) ? value : 0)),
  });
}

function written(frame: Frame, index: number, value: number, at: number): Svg | undefined {
  return label(frame, Number.isFinite(value) ? formatNumber(value, 3).replace('-', '−') : String(value), [index, at], {
    dy: at < 0 ? 16 : -6,
    anchor: 'middle',
  });
}

/** How both losses pull at them. */
export function gradients({ data, state, texts }: LossesScene, slot: Slot): Figure<LossesState> {
  const [entropy, hinge] = [valueOf(data.crossEntropy)?.dScores ?? [], valueOf(data.hinge)?.dScores ?? []];
  return chartFigure({
    ...{ ...low(slot), id: 'losses-gradients', title: texts.gradients },
    x: classes(state, texts),
    y: { label: texts.pull, domain: [-2.3, 1.3], ticks: [-2, -1, 0, 1] },
    marks: (frame) => [
      bars(frame, entropy, 4, { index: 0, of: 2 }),
      bars(frame, hinge, 2, { index: 1, of: 2 }),
      rule(frame, { y: 0 }, 'strong'),
    ],
    above: (frame) => [
      label(frame, texts.crossEntropy, [-0.45, 1.3], { dy: 6, anchor: 'start', className: 'series-4' }),
      label(frame, texts.hinge, [-0.45, 1.3], { dy: 22, anchor: 'start', className: 'series-2' }),
      entropy.map((value, index) => written(frame, index - 0.18, value, Number.isFinite(value) ? value : 0)),
      hinge.map((value, index) => written(frame, index + 0.18, value, Number.isFinite(value) ? value : 0)),
    ],
  });
}

/** The losses as one score moves. */
export function curves({ data, state, texts }: LossesScene, slot: Slot): Figure<LossesState> {
  const { scale, truth } = state;
  const through = (values: readonly number[] = []): readonly Point[] =>
    values.map((loss, index) => [(curveValues[index] ?? NaN) * scale, loss]);
  const lines = [
    { text: texts.crossEntropy, series: 4 as const, points: through(valueOf(data.crossEntropyCurve)) },
    { text: texts.hinge, series: 2 as const, points: through(valueOf(data.hingeCurve)) },
  ];
  return chartFigure({
    ...{ ...low(slot), id: 'losses-curves', title: texts.curves, margins: { right: 108 } },
    x: { label: texts.curveAxis, domain: [-largestScore * scale, largestScore * scale] },
    y: { label: texts.loss, domain: extentOf([0, ...valuesOf(lines)], 0.02) },
    marks: (frame) => [
      rule(frame, { x: scaled(state)[truth] ?? 0 }, 'strong'),
      lines.map(({ series, points }) => line(frame, points, `series-${series}`)),
    ],
    above: (frame) => endLabels(frame, lines),
  });
}

// Beyond these limits, e to the power of a score overflows or underflows in double precision.
const [overflows, underflows] = [709.78, -745.13];

export function sentencesOf({ data, state, texts }: LossesScene): readonly Sentence[] {
  const given = scaled(state);
  const found = valueOf(data.probabilities);
  const [entropy, hinge] = [valueOf(data.crossEntropy)?.loss, valueOf(data.hinge)?.loss];
  const [largest, smallest] = [Math.max(...given), Math.min(...given)];
  const shown = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value, 4));
  return [
    found && texts.probabilitySays(found.map(shown).join(', ')),
    (entropy ?? hinge) !== undefined && texts.lossSays(shown(entropy), shown(hinge)),
    ![...(found ?? []), entropy ?? 0].every(Number.isFinite) && texts.notFinite,
    largest > overflows && texts.overflow(formatNumber(largest, 3)),
    largest < underflows && texts.underflow(formatNumber(smallest, 3)),
  ];
}
