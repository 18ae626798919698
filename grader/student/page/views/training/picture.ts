import { formatNumber } from '../../../../pipeline/words/formatNumber';
import type { TrainingCurves } from '../../computations/training';
import { dots, endLabels, label, line, logExtentOf, rule, type Point } from '../../drawing';
import { chartFigure, numbered, type Figure, type Sentence, type Slot, valueOf, valuesOf } from '../kit';
import type { TrainingScene, TrainingState } from './state';
import type { TrainingTexts } from './texts';

type Quantity = 'loss' | 'accuracy';
const ofValidation = { loss: 'validationLoss', accuracy: 'validationAccuracy' } as const;

/** In training and validation, with the epoch at which patience ends. */
export function loss(scene: TrainingScene, slot: Slot): Figure<TrainingState> {
  return figure('loss', scene, slot);
}

/** The same of the share that is right. */
export function accuracy(scene: TrainingScene, slot: Slot): Figure<TrainingState> {
  return figure('accuracy', scene, slot);
}

function figure(quantity: Quantity, scene: TrainingScene, slot: Slot): Figure<TrainingState> {
  const { data, state, texts } = scene;
  const { lines, dashed } = linesOf(quantity, scene);
  const stop = valueOf(data.stopping);
  const values = valuesOf([...lines, ...dashed]);
  const last = Math.max(state.epochs, state.recorded?.epochs.at(-1)?.epoch ?? 0);
  const marked = stop === undefined ? undefined : lines[1]?.points[stop + 1];
  return chartFigure({
    ...{ ...slot, id: `training-${quantity}`, title: texts[quantity], margins: { right: 74 } },
    x: { label: texts.epoch, domain: [0, last] },
    y:
      quantity === 'loss'
        ? { label: texts.loss, scale: 'log', domain: logExtentOf(values.map((value) => Math.min(value, 1e3)), 5) } // prettier-ignore
        : { label: texts.accuracy, domain: [0, 1.02], format: percent },
    marks: (frame) => [
      stop !== undefined && rule(frame, { x: stop + 1 }, 'strong'),
      dashed.map(({ series, points }) => line(frame, points, `series-${series} dashed`)),
      lines.map(({ series, points }) => line(frame, points, `series-${series}`)),
      marked !== undefined && dots(frame, [marked], 5, 80, 'ringed'),
    ],
    above: (frame) => [
      endLabels(frame, [...lines, ...dashed.filter(({ text }) => text !== '')]),
      marked !== undefined &&
        label(frame, texts.stop, marked, { dx: 8, dy: quantity === 'loss' ? -12 : 24, anchor: 'start' }),
    ],
  });
}

interface Line {
  readonly text: string;
  readonly series: 1 | 5 | 3;
  readonly points: readonly Point[];
}

function linesOf(
  quantity: Quantity,
  { data, state: { recorded }, texts }: TrainingScene,
): { lines: readonly Line[]; dashed: readonly Line[] } {
  const both = (curves: TrainingCurves | undefined, named: boolean): readonly Line[] => [
    { text: named ? texts.train : '', series: 1, points: numbered(curves?.[quantity]) },
    { text: named ? texts.validation : '', series: 5, points: numbered(curves?.[ofValidation[quantity]]) },
  ];
  const record = (recorded?.epochs ?? []).map((one): Point => [
    one.epoch,
    quantity === 'loss' ? one.loss : one.validationAccuracy,
  ]);
  return {
    lines: both(valueOf(data.own), true),
    dashed: [...both(valueOf(data.companion), false), { text: texts.recorded, series: 3, points: record }],
  };
}

function percent(value: number): string {
  return `${formatNumber(100 * value, 3)} %`;
}

export function sentencesOf({ data, state, texts }: TrainingScene): readonly Sentence[] {
  const { examples, batchSize, patience, recorded } = state;
  const [own, companion, stop] = [valueOf(data.own), valueOf(data.companion), valueOf(data.stopping)];
  const end = (values: readonly number[] | undefined): number => values?.at(-1) ?? NaN;
  const stopped = stop === undefined ? undefined : own?.validationAccuracy[stop + 1];
  return [
    texts.says(examples, batchSize, Math.ceil(examples / batchSize)),
    own && texts.losses(formatNumber(end(own.loss), 3), formatNumber(end(own.validationLoss), 3)),
    own && texts.accuracies(percent(end(own.accuracy)), percent(end(own.validationAccuracy))),
    stop !== undefined && stopped !== undefined && texts.stops(patience, stop + 1, percent(stopped)),
    companion && texts.companionSays(percent(end(companion.validationAccuracy))),
    recorded && recordSentence(recorded, texts),
  ];
}

function recordSentence({ name, epochs }: NonNullable<TrainingState['recorded']>, texts: TrainingTexts): string {
  const last = epochs.at(-1);
  return last === undefined
    ? texts.unreadable(name)
    : texts.recordedSays(name, epochs.length, percent(last.validationAccuracy));
}
