import { formatNumber } from '../../../../pipeline/words/formatNumber';
import { dots, drawing, pixels, regions, seriesOf, svg, type ChartOptions } from '../../drawing';
import { chartFigure, valueOf, type Figure, type Sentence, type Slot } from '../kit';
import { gridSize, maxHandles, maxPoints, placed, side, type ClassifierScene, type ClassifierState } from './state';

/** Points on the regions of their classes. */
export function plane({ data, state: { points }, texts }: ClassifierScene, slot: Slot): Figure<ClassifierState> {
  const { width } = slot;
  const found = valueOf(data.regions);
  const labels = [...new Set(points.map(({ label }) => label))];
  const options: ChartOptions = {
    ...{ ...slot, id: 'classifier-plane', title: texts.regions, height: Math.min(width, 480) },
    x: { label: 'x₁', domain: side },
    y: { label: 'x₂', domain: side },
    marks: (frame) => [
      found !== undefined && regions(frame, found.classes, gridSize),
      labels.map((label) => dots(frame, points.filter((point) => point.label === label).map(({ at }) => at), seriesOf(label), 64)), // prettier-ignore
    ],
  };
  return chartFigure(options, (chart) => ({
    press: {
      chart,
      act: (now, at) =>
        now.points.length < maxPoints
          ? { ...now, points: [...now.points, { at: placed(at), label: now.adding }] }
          : now,
    },
    handles: points.slice(-maxHandles).map(({ at, label }, index) => {
      const place = Math.max(0, points.length - maxHandles) + index;
      return {
        ...{ id: `point-${place}`, chart, at, step: [0.1, 0.1], small: true },
        label: texts.point(label, formatNumber(at[0], 3), formatNumber(at[1], 3)),
        move: (now, to) => ({ ...now, points: now.points.with(place, { at: placed(to), label }) }),
        remove: (now) => (now.points.length > 2 ? { ...now, points: now.points.toSpliced(place, 1) } : now),
      };
    }),
  }));
}

/** Ten templates, five in a row, as large as there is room for. */
export function templates({ data, texts }: ClassifierScene, { width, description }: Slot): Figure<ClassifierState> {
  const size = Math.floor((Math.min(width, 460) - 6 * 12) / 5 / 8);
  const cell = 8 * size + 12;
  const images = (valueOf(data.templates) ?? []).map((values, digit) => {
    const [x, y] = [12 + (digit % 5) * cell, 12 + Math.floor(digit / 5) * (cell + 24)];
    return svg`${pixels(values, 8, { x, y, size })}<text class="label" x="${x + 4 * size}" y="${y + 8 * size + 16}" text-anchor="middle">${digit}</text>`;
  });
  const made = drawing(
    { id: 'classifier-templates', title: texts.templates, description, width, height: 12 + 2 * (cell + 24) },
    images,
  );
  return { id: 'classifier-templates', title: texts.templates, drawing: made };
}

export function sentencesOf({ data, state, texts }: ClassifierScene): readonly Sentence[] {
  const { method, points, k, metric, steps } = state;
  const found = valueOf(data.regions);
  const name = texts.methods[method] + (method === 'neighbors' ? ` (k = ${k}, ${texts.metrics[metric]})` : '');
  const classes = [...new Set(points.map(({ label }) => label))].toSorted();
  const shares = classes.map((label) => {
    const cells = found?.classes.filter((one) => one === label).length ?? 0;
    return formatNumber(Math.round((100 * cells) / gridSize ** 2));
  });
  return [
    found && texts.says(name, formatNumber((found.accuracy ?? NaN) * points.length, 3), points.length),
    found && texts.shares(shares),
    valueOf(data.templates) && texts.templatesSay(steps),
  ];
}
