import * as tf from '../../../precision/tfjs';
import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import {
  fixedCase,
  gradient,
  leavesInputsAlone,
  leavesNoTensors,
  randomCase,
  reference,
  tensor,
  type AssignmentSpec,
  type ExerciseSpec,
} from '../../../pipeline/course/spec';

interface Weighed {
  readonly loss: Scalar;
  readonly dx: Tensor1D;
}

/** loss = factor·Σx², and its gradient 2·factor·x. */
export function weigh(x: Tensor1D, factor: number): Weighed {
  return {
    loss: tf.tidy(() => x.square().sum<Scalar>().mul<Scalar>(factor)),
    dx: tf.tidy(() => x.mul<Tensor1D>(2 * factor)),
  };
}

/** Without intermediate tensors. */
export const wrapInTidy =
  (compute: (x: Tensor1D, factor: number) => Weighed) =>
  (x: Tensor1D, factor: number): Weighed =>
    tf.tidy(() => compute(x, factor) as unknown as tf.TensorContainer) as unknown as Weighed;

/** A fair exercise of one loss and its gradient. */
export const fairExercise: ExerciseSpec = {
  name: 'weigh',
  arguments: ['x', 'factor'],
  reference: weigh,
  cases: [
    fixedCase('by-hand', { x: tensor([1, 2]), factor: 3 }),
    randomCase('random', (random) => ({ x: random.normal([12]), factor: random.number(1.5, 3) })),
    fixedCase('weightless', { x: tensor([1, 2]), factor: 0 }),
  ],
  checks: [
    reference('loss', { points: 4 }),
    reference('dx', { points: 3 }),
    gradient({ points: 2, loss: 'loss', gradient: 'dx', of: 'x' }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    { id: 'half-gradient', make: () => wrapInTidy((x, factor) => ({ ...weigh(x, factor), dx: x.mul(factor) })) },
    { id: 'no-factor', make: () => (x: Tensor1D) => weigh(x, 1) },
  ],
  alternatives: {
    dot: wrapInTidy((x, factor) => ({ loss: x.dot(x).mul(factor), dx: x.add<Tensor1D>(x).mul(factor) })),
    loop: (x: Tensor1D, factor: number) => {
      const values = x.arraySync();
      const loss = values.reduce((sum, value) => sum + factor * value ** 2, 0);
      return { loss: tf.scalar(loss), dx: tf.tensor1d(values.map((value) => 2 * factor * value)) };
    },
  },
  witnesses: [
    {
      name: 'tf.grad',
      compute: (x: Tensor1D, factor: number) => ({ dx: tf.grad((at) => at.square().sum().mul(factor))(x) }),
    },
  ],
  forbidden: ['tf.grad'],
};

/** An assignment with only the fair exercise, with parts replaced. */
export function tinySpec(
  change: Partial<ExerciseSpec> = {},
  hints: AssignmentSpec['hints'] = fairHints,
): AssignmentSpec {
  return { id: '01-tiny', title: 'Tiny', file: 'tiny.ts', exercises: [{ ...fairExercise, ...change }], hints };
}

export const fairHints: AssignmentSpec['hints'] = {
  weigh: {
    'half-gradient': ['The loss is right.', 'What does the square leave behind?', 'The 2 is missing.'],
    'no-factor': ['Change the factor.', 'It weighs all.', 'The factor is missing.'],
  },
};

export const seeds = { public: 'public', hidden: 'hidden' };
