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
  type Random,
  type TensorValue,
} from 'descent/author';
import * as alternatives from './alternatives';
import { mistake } from './mistakes';
import * as solution from './regularization';
import { independentColumns, minimizeQuadratic, solveWithPenalty } from './systems';

/** Tikhonov with another matrix in place of ΓᵀΓ. */
const penalized = (id: string, penalty: (gamma: Tensor2D) => tf.Tensor) =>
  mistake(id, (x: Tensor2D, targets: Tensor1D, gamma: Tensor2D): Tensor1D =>
    tf.tidy(() => {
      // Adding zeros makes a matrix of another size throw, as adding xᵀx would.
      const columns = x.shape[1];
      const square = tf.add(tf.zeros([columns, columns]), penalty(gamma)) as Tensor2D;
      return solveWithPenalty(x, targets, square.arraySync());
    }),
  );

/** An upper triangular matrix, neither symmetric nor nearly singular. */
const triangle = (random: Random): TensorValue =>
  tensor(
    [
      [2, 1, 0],
      [0, 2, 1],
      [0, 0, 2],
    ].map((row) => row.map((entry) => entry + random.number(-0.1, 0.1))),
  );
const differences = tensor([
  [1, -1, 0, 0],
  [0, 1, -1, 0],
  [0, 0, 1, -1],
]);

export const tikhonovSolution = defineExercise({
  name: 'tikhonovSolution',
  arguments: ['x', 'targets', 'gamma'],
  reference: solution.tikhonovSolution,
  cases: [
    fixedCase('by-hand', {
      x: tensor([[1, 0]]),
      targets: tensor([3]),
      gamma: tensor([
        [1, 1],
        [0, 1],
      ]),
    }),
    randomCase('tall', (random) => ({
      x: random.uniform([12, 3], -1, 1),
      targets: random.normal([12]),
      gamma: triangle(random),
    })),
    randomCase(
      'wide',
      (random) => ({ x: random.uniform([2, 3], -1, 1), targets: random.normal([2]), gamma: triangle(random) }),
      { label: 'there are fewer examples than features' },
    ),
    randomCase(
      'square',
      (random) => ({ x: random.uniform([3, 3], -1, 1), targets: random.normal([3]), gamma: triangle(random) }),
      { label: 'x and Γ are square' },
    ),
    randomCase(
      'smooth',
      (random) => ({ x: independentColumns(random, 6, 4), targets: random.normal([6]), gamma: differences }),
      { label: 'Γ has fewer rows than columns' },
    ),
    randomCase(
      'many',
      (random) => ({
        x: independentColumns(random, 3, 2),
        targets: random.normal([3]),
        gamma: random.uniform([11, 2], -1.5, 1.5),
      }),
      { label: 'Γ has more rows than columns' },
    ),
    randomCase(
      'one-feature',
      (random) => ({ x: random.uniform([4, 1], 0.5, 1.5), targets: random.normal([4]), gamma: tensor([[2]]) }),
      { label: 'there is one feature' },
    ),
    fixedCase(
      'no-penalty',
      {
        x: tensor([
          [1, 0],
          [1, 1],
          [1, 2],
          [1, 4],
        ]),
        targets: tensor([1, 3, 2, 5]),
        gamma: filled([2, 2], 0),
      },
      { label: 'Γ is 0' },
    ),
  ],
  checks: [
    reference(undefined, { points: 7.5 }),
    property('scalesWith', { points: 1, argument: 'targets', factor: 3, power: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    penalized('gamma-gamma-transposed', (gamma) => tf.matMul(gamma, gamma, false, true)),
    penalized('gamma-not-squared', (gamma) => gamma),
    penalized('gamma-squared-by-element', (gamma) => tf.square(gamma)),
    penalized('diagonal-only', (gamma) => tf.mul(tf.eye(gamma.shape[1]), tf.sum(tf.square(gamma), 0))),
    penalized('doubled-penalty', (gamma) => tf.mul(2, tf.matMul(gamma, gamma, true))),
    penalized('halved-penalty', (gamma) => tf.div(tf.matMul(gamma, gamma, true), 2)),
    penalized('identity-for-gamma', (gamma) => tf.mul(tf.eye(gamma.shape[1]), tf.sum(tf.square(gamma)))),
  ],
  alternatives: alternatives.tikhonovSolution,
  witnesses: [
    {
      name: 'conjugate gradients on tf.grad',
      compute: (x, targets, gamma) =>
        minimizeQuadratic(
          (w) =>
            tf.mul(
              0.5,
              tf.add(tf.sum(tf.square(tf.sub(tf.dot(x, w), targets))), tf.sum(tf.square(tf.dot(gamma, w)))),
            ) as tf.Scalar,
          x.shape[1],
        ),
    },
  ],
  forbidden: libraryAnswers,
});
