import { seriesOf } from '../../drawing';
import { button, choice, optionsOf, slider, type Control } from '../kit';
import { maxPoints, pointsOf, type ClassifierState, type Layout, type Method } from './state';
import type { ClassifierTexts } from './texts';

type ClassifierControl = Control<ClassifierState>;

/** What is shown depends on who decides. */
export function classifierControls(state: ClassifierState, texts: ClassifierTexts): readonly ClassifierControl[] {
  const { method, layout, points, adding, k, metric, steps } = state;
  return [
    choice<ClassifierState, Method>({
      ...{ id: 'method', label: texts.method, options: optionsOf(texts.methods), value: method },
      set: (now, next) => ({ ...now, method: next }),
    }),
    choice<ClassifierState, Layout>({
      ...{ id: 'layout', label: texts.layout, options: optionsOf(texts.layouts), value: layout },
      set: (now, next) => ({ ...now, layout: next, points: pointsOf(next) }),
    }),
    ...(method === 'neighbors'
      ? [
          slider<ClassifierState>({
            ...{ id: 'k', label: texts.k, min: 1, max: Math.min(25, Math.max(2, points.length)), step: 1, value: k },
            set: (now, next) => ({ ...now, k: next }),
          }),
          choice<ClassifierState, ClassifierState['metric']>({
            ...{ id: 'metric', label: texts.metric, options: optionsOf(texts.metrics), value: metric },
            set: (now, next) => ({ ...now, metric: next }),
          }),
        ]
      : []),
    choice<ClassifierState, string>({
      id: 'adding',
      label: texts.adding,
      options: [0, 1, 2].map((index) => ({
        id: String(index),
        label: texts.className(index),
        series: seriesOf(index),
      })),
      value: String(adding),
      set: (now, id) => ({ ...now, adding: Number(id) }),
    }),
    button({
      ...{ id: 'add', label: texts.addMiddle },
      press: (now) =>
        now.points.length < maxPoints ? { ...now, points: [...now.points, { at: [0, 0], label: now.adding }] } : now,
    }),
    button({
      ...{ id: 'remove', label: texts.removeLast },
      press: (now) => (now.points.length > 2 ? { ...now, points: now.points.slice(0, -1) } : now),
    }),
    slider({
      ...{ id: 'steps', label: texts.steps, min: 1, max: 60, step: 1, value: steps },
      set: (now, next) => ({ ...now, steps: next }),
    }),
  ];
}
