import { formatNumber } from '../../../pipeline/report';
import {
  dots,
  drawChart,
  endLabels,
  extentOf,
  label,
  line,
  logExtentOf,
  type Axis,
  type Chart,
  type Point,
  type Series,
} from '../../page/drawing';
import { figure, percent } from '../progressText';
import type { TrainingRun } from '../readResults';
import type { TrainTexts } from '../texts';

export const size = { width: 460, height: 280 } as const;

/** Loss of each batch as a thin line, and its mean per epoch. */
export function lossChart({ epochs, steps }: TrainingRun, { page }: TrainTexts): Chart {
  const stepsPerEpoch = (epochs[0]?.step ?? 1) / (epochs[0]?.epoch ?? 1);
  const batches = steps.loss.map((loss, index): Point => [(index + 1) / stepsPerEpoch, Number(loss)]);
  // The mean of an epoch is drawn at its middle, where the line of the batches crosses it.
  const means = epochs.map(({ epoch, loss }): Point => [epoch - 0.5, Number(loss)]);
  const lines = [
    { text: page.batches, series: 8 as Series, points: batches },
    { text: page.mean, series: 1 as Series, points: means },
  ];
  const [first, last] = [epochs[0], epochs.at(-1)].map((one) => figure(one?.loss ?? NaN)) as [string, string];
  return drawChart({
    ...{ ...size, id: 'loss', title: page.lossTitle, margins: { right: 64 } },
    description: page.lossSays(first, last, epochs.at(-1)?.epoch ?? 0),
    x: { label: page.ofEpoch, domain: [0, Math.max(1, epochs.at(-1)?.epoch ?? 1)] },
    y: { label: page.loss, scale: 'log', domain: logExtentOf(batches.map(([, loss]) => Math.min(loss, 1e3)), 5) }, // prettier-ignore
    marks: (frame) => lines.map(({ series, points }) => line(frame, points, `series-${series} ${series === 8 ? 'thin' : ''}`)), // prettier-ignore
    above: (frame) => endLabels(frame, lines),
  });
}

/** Accuracy on training and validation images, and its best value. */
export function accuracyChart({ epochs, best }: TrainingRun, texts: TrainTexts): Chart {
  const { page } = texts;
  const validation = epochs.map(({ epoch, validationAccuracy }): Point => [epoch, validationAccuracy]);
  const train = epochs.map(({ epoch, trainAccuracy = NaN }): Point => [epoch, trainAccuracy]);
  const lines = [
    { text: page.train, series: 1 as Series, points: train },
    { text: page.validation, series: 5 as Series, points: validation },
  ];
  const end = epochs.at(-1);
  const bestPoint: Point = [best?.epoch ?? NaN, best?.validationAccuracy ?? NaN];
  return drawChart({
    ...{ ...size, id: 'accuracy', title: page.accuracyTitle, margins: { right: 74 } },
    description: page.accuracySays(
      end?.trainAccuracy === undefined ? undefined : percent(end.trainAccuracy),
      percent(end?.validationAccuracy ?? NaN),
      percent(bestPoint[1]),
      best?.epoch ?? 0,
    ),
    x: { label: page.ofEpoch, domain: [0, Math.max(1, end?.epoch ?? 1)] },
    y: accuracyAxis(page.accuracy, lines.flatMap(({ points }) => points)), // prettier-ignore
    marks: (frame) => [
      lines.map(({ series, points }) => [line(frame, points, `series-${series}`), epochs.length === 1 && dots(frame, points, series)]), // prettier-ignore
      dots(frame, [bestPoint], 5, 80, 'ringed'),
    ],
    above: (frame) => [endLabels(frame, lines), label(frame, page.best, bestPoint, { dy: 20 })],
  });
}

/** An axis in percent that starts near the data, since runs differ only in the last few percent. */
export function accuracyAxis(name: string, points: readonly Point[]): Axis {
  const [low, high] = extentOf(points.map(([, share]) => share));
  return {
    label: name,
    domain: [Math.max(0, low), Math.min(1, high)],
    format: (share) => `${formatNumber(100 * share, 3)} %`,
  };
}
