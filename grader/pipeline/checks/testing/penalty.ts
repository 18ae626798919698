import * as tf from '../../../precision/tfjs';
import { tensor } from '../../course/spec/values';
import type { Check, Exercise, Outcome } from '../../types';
import { unchangedUnder } from '../laws/unchangedUnder';
import { caseOf, exerciseOf, gradientOf, referenceOf, returned } from '.';

// loss = Σ w², dw = 2w, on a case with two numbers and one with three; the mistake forgets the 2 in both.
export const cases = [
  caseOf('two', [tensor([1, 2])], { loss: tensor(5), dw: tensor([2, 4]) }),
  caseOf('three', [tensor([1, 2, 3])], { loss: tensor(14), dw: tensor([2, 4, 6]) }),
];
export const ids = cases.map(({ id }) => id);
export const side = (kind: 'input' | 'leak' | 'kernels'): Check => ({
  id: `exercise.${kind}`,
  kind,
  points: 0.5,
  cases: ids,
});
export const law: Check = {
  id: 'exercise.law',
  kind: 'property',
  law: unchangedUnder,
  parameters: { transform: 'negate', argument: 'w', fields: ['loss'] },
  points: 1,
  cases: ids,
};
const halved = new Map<string, Outcome>([
  ['two', returned({ loss: tensor(2.5), dw: tensor([1, 2]) })],
  ['three', returned({ loss: tensor(7), dw: tensor([1, 2, 3]) })],
]);

/** 1 + 1 for the two fields, 2 for the gradient check, 1 for the law, 1.5 for side effects: 6.5 in total. */
export const exercise: Exercise = exerciseOf({
  name: 'penalty',
  arguments: ['w'],
  cases,
  checks: [
    referenceOf('loss', ids),
    referenceOf('dw', ids),
    gradientOf(ids),
    law,
    side('input'),
    side('leak'),
    side('kernels'),
  ],
  mistakes: [{ id: 'halved', hints: ['a', 'b', 'c'], carriedFrom: undefined, outcomes: halved }],
});

/** Its function, with each result off by a factor. */
export const penalty =
  (lossFactor: number, gradientFactor: number) =>
  (w: tf.Tensor): { readonly loss: tf.Tensor; readonly dw: tf.Tensor } => ({
    loss: tf.tidy(() => w.square().sum().mul(lossFactor)),
    dw: w.mul(2 * gradientFactor),
  });
