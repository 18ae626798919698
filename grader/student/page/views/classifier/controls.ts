import { seriesOf } from '../../drawing';
import { choice, slider, type Control } from '../kit';
import { maxPoints, pointsOf, type ClassifierState } from './state';
import type { ClassifierTexts } from './texts';

/** Which controls are shown depends on the method. */
export function classifierControls(
  state: ClassifierState,
  texts: ClassifierTexts,
): readonly Control<ClassifierState>[] {
  const { method, points, adding } = state;
  return [
    choice(state, 'method', texts.method, texts.methods),
    choice(state, 'layout', texts.layout, texts.layouts, (now, layout) => ({
      ...now,
      layout,
      points: pointsOf(layout),
    })),
    ...(method === 'neighbors'
      ? [
          slider(state, 'k', texts.k, { min: 1, max: Math.min(25, Math.max(2, points.length)), step: 1 }),
          choice(state, 'metric', texts.metric, texts.metrics),
        ]
      : []),
    {
      kind: 'choice',
      ...{ id: 'adding', label: texts.adding, value: String(adding) },
      options: [0, 1, 2].map((index) => ({
        id: String(index),
        label: texts.className(index),
        series: seriesOf(index),
      })),
      set: (now, id) => ({ ...now, adding: Number(id) }),
    },
    {
      kind: 'button',
      ...{ id: 'add', label: texts.addMiddle },
      press: (now) =>
        now.points.length < maxPoints ? { ...now, points: [...now.points, { at: [0, 0], label: now.adding }] } : now,
    },
    {
      kind: 'button',
      ...{ id: 'remove', label: texts.removeLast },
      press: (now) => (now.points.length > 2 ? { ...now, points: now.points.slice(0, -1) } : now),
    },
    slider(state, 'steps', texts.steps, { min: 1, max: 60, step: 1 }),
  ];
}
