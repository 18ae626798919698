import { formatNumber } from '../../../../pipeline/words/formatNumber';
import { scheduleIds } from '../../computations/schedules';
import { dots, endLabels, extentOf, label, line, rule, seriesOf, type Point } from '../../drawing';
import { chartFigure, numbered, type Figure, type Sentence, type Slot, valueOf, valuesOf } from '../kit';
import { shownSteps, smallestRate, testSteps, type SchedulesScene, type SchedulesState } from './state';

/** Rates over steps. */
export function rates({ data, state: { step, rate }, texts }: SchedulesScene, slot: Slot): Figure<SchedulesState> {
  const lines = data.rates.map(({ id, result }) => ({
    text: texts.names[id],
    series: seriesOf(scheduleIds.indexOf(id)),
    points: numbered(valueOf(result)),
  }));
  return chartFigure({
    ...{ ...slot, id: 'schedules-rates', title: texts.rates, margins: { right: 100 } },
    x: { label: texts.step, domain: [0, shownSteps] },
    y: { label: texts.rate, domain: extentOf([0, rate, ...valuesOf(lines)], 0.03) },
    marks: (frame) => [
      rule(frame, { x: step }, 'strong'),
      lines.map(({ series, points }) => line(frame, points, `series-${series}`)),
      lines.map(({ series, points }) => dots(frame, points.slice(step, step + 1), series, 60)),
    ],
    above: (frame) => endLabels(frame, lines),
  });
}

/** A range test, with the rate that it suggests. */
export function test({ data, state: { largest }, texts }: SchedulesScene, slot: Slot): Figure<SchedulesState> {
  const { rates: tried = [], losses = [] } = valueOf(data.test) ?? {};
  const points = tried.map((rate, index): Point => [rate, losses[index] ?? NaN]);
  const suggested = valueOf(data.suggested);
  const at = suggested === undefined ? undefined : points.find(([rate]) => rate === suggested);
  const highest = 1.4 * (losses[0] ?? 1);
  return chartFigure({
    ...{ ...slot, id: 'schedules-test', title: texts.rangeTest },
    x: { label: texts.rateOfStep, scale: 'log', domain: [smallestRate, largest] },
    y: { label: texts.loss, domain: extentOf([0, ...losses.filter((loss) => loss < highest), highest], 0) },
    marks: (frame) => [
      suggested !== undefined && rule(frame, { x: suggested }, 'strong'),
      line(frame, points, 'series-1'),
      dots(frame, points, 1, 20),
      at !== undefined && dots(frame, [at], 2, 90, 'ringed'),
    ],
    above: (frame) =>
      at !== undefined &&
      label(frame, `${texts.suggested} ${formatNumber(at[0], 3)}`, at, { dx: 8, dy: -14, anchor: 'start' }),
  });
}

export function sentencesOf({ data, state, texts }: SchedulesScene): readonly Sentence[] {
  const { rate, warmup, step, largest } = state;
  const { rates: tried = [], losses = [] } = valueOf(data.test) ?? {};
  const suggested = valueOf(data.suggested);
  const lowest = tried[losses.indexOf(Math.min(...losses.filter(Number.isFinite)))];
  return [
    data.rates.length > 0 && texts.starts(formatNumber(rate, 3), warmup),
    ...data.rates.map(({ id, result }) => {
      const now = valueOf(result)?.[step];
      return now !== undefined && texts.at(texts.names[id], step, formatNumber(now, 3));
    }),
    tried.length > 0 && texts.tested(testSteps, formatNumber(smallestRate), formatNumber(largest, 3)),
    suggested !== undefined &&
      lowest !== undefined &&
      texts.suggests(formatNumber(suggested, 3), formatNumber(lowest, 3)),
  ];
}
