import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { mistake } from './mistakes';
import * as solution from './regularization';
import { independentColumns, minimizeQuadratic, solveWithPenalty } from './systems';

/** Ridge with another matrix in place of λI. */
const penalized = (id: string, entry: (lambda: number, rows: number, i: number, j: number) => number) =>
  mistake(id, (x: Tensor2D, targets: Tensor1D, lambda: number): Tensor1D => {
    const [rows, columns] = x.shape;
    return solveWithPenalty(
      x,
      targets,
      Array.from({ length: columns }, (_, i) => Array.from({ length: columns }, (_, j) => entry(lambda, rows, i, j))),
    );
  });
const diagonal = (id: string, strength: (lambda: number, rows: number, i: number) => number) =>
  penalized(id, (lambda, rows, i, j) => (i === j ? strength(lambda, rows, i) : 0));

export const ridgeSolution = defineExercise({
  name: 'ridgeSolution',
  arguments: ['x', 'targets', 'lambda'],
  reference: solution.ridgeSolution,
  cases: [
    fixedCase('by-hand', {
      x: tensor([
        [1, 0],
        [0, 2],
      ]),
      targets: tensor([2, 5]),
      lambda: 1,
    }),
    randomCase('tall', (random) => ({
      x: random.uniform([12, 3], -1.5, 1.5),
      targets: random.normal([12]),
      lambda: random.number(1, 3),
    })),
    randomCase(
      'square',
      (random) => ({ x: random.uniform([3, 3], -1.5, 1.5), targets: random.normal([3]), lambda: random.number(1, 3) }),
      { label: 'x is square' },
    ),
    fixedCase('four-points', {
      x: tensor([
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 4],
      ]),
      targets: tensor([1, 3, 2, 5]),
      lambda: 3,
    }),
    fixedCase(
      'wide',
      {
        x: tensor([
          [1, 2, 0.5],
          [-1, 1, 2],
        ]),
        targets: tensor([3, -1]),
        lambda: 0.7,
      },
      { label: 'there are fewer examples than features' },
    ),
    randomCase(
      'one-feature',
      (random) => ({ x: random.uniform([5, 1], 0.5, 1.5), targets: random.normal([5]), lambda: random.number(1, 3) }),
      { label: 'there is one feature' },
    ),
    randomCase(
      'no-strength',
      // x is so small that even a tiny strength in place of 0 shows.
      (random) => ({ x: independentColumns(random, 7, 3, 0.1), targets: random.normal([7]), lambda: 0 }),
      { label: 'λ is 0' },
    ),
    fixedCase(
      'zero-targets',
      {
        x: tensor([
          [1, 2],
          [0.5, -1],
          [2, 0],
        ]),
        targets: filled([3], 0),
        lambda: 1,
      },
      { label: 'all targets are 0' },
    ),
  ],
  checks: [
    reference(undefined, { points: 7.5 }),
    property('scalesWith', { points: 1, argument: 'targets', factor: 3, power: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    diagonal('strength-times-examples', (lambda, rows) => lambda * rows),
    diagonal('strength-over-examples', (lambda, rows) => lambda / rows),
    diagonal('doubled-strength', (lambda) => 2 * lambda),
    diagonal('halved-strength', (lambda) => lambda / 2),
    diagonal('strength-subtracted', (lambda) => -lambda),
    diagonal('strength-not-rooted', (lambda) => lambda ** 2),
    penalized('strength-on-every-entry', (lambda) => lambda),
    diagonal('first-weight-free', (lambda, _rows, i) => (i === 0 ? 0 : lambda)),
  ],
  buildsOn: {
    tikhonovSolution: (neighbour) => (x, targets, lambda) =>
      tf.tidy(() =>
        (neighbour as typeof solution.tikhonovSolution)(x, targets, tf.mul(Math.sqrt(lambda), tf.eye(x.shape[1]))),
      ),
  },
  alternatives: alternatives.ridgeSolution,
  witnesses: [
    {
      name: 'conjugate gradients on tf.grad',
      compute: (x, targets, lambda) =>
        minimizeQuadratic(
          (w) =>
            tf.add(
              tf.mul(0.5, tf.sum(tf.square(tf.sub(tf.dot(x, w), targets)))),
              tf.mul(lambda / 2, tf.sum(tf.square(w))),
            ),
          x.shape[1],
        ),
    },
  ],
  forbidden: libraryAnswers,
});
