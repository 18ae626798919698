import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';
import { defineComputation, type StudentFunctions } from './Computation';
import { studentFunction } from './studentFunction';

const assignment = '03-losses';

/** Probabilities of one row of scores. */
export const softmaxOf = defineComputation<{ readonly scores: readonly number[] }, readonly number[]>(
  'losses.softmax',
  (student, tf, { scores }) => [
    ...studentFunction<(scores: Tensor2D) => Tensor2D>(
      student,
      assignment,
      'softmax',
    )(tf.tensor2d([[...scores]])).dataSync(),
  ],
);

export interface LossParameters {
  readonly by: 'crossEntropy' | 'hingeLoss';
  readonly scores: readonly number[];
  readonly y: number;
  readonly delta: number;
}

export interface LossAndGradient {
  readonly loss: number;
  readonly dScores: readonly number[];
}

export const lossOf = defineComputation<LossParameters, LossAndGradient>(
  'losses.loss',
  (student, tf, { by, scores, y, delta }) => {
    const { loss, dScores } = callLoss(student, tf, by)(scores, y, delta);
    return { loss: loss.dataSync()[0] ?? NaN, dScores: [...dScores.dataSync()] };
  },
);

/** The loss as the score of the true class varies over these values. */
export const lossCurve = defineComputation<LossParameters & { readonly values: readonly number[] }, readonly number[]>(
  'losses.curve',
  (student, tf, { by, scores, y, delta, values }) => {
    const loss = callLoss(student, tf, by);
    return values.map((value) => loss(scores.with(y, value), y, delta).loss.dataSync()[0] ?? NaN);
  },
);

type Loss = (
  scores: readonly number[],
  y: number,
  delta: number,
) => { readonly loss: Scalar; readonly dScores: Tensor2D };

function callLoss(student: StudentFunctions, tf: Tfjs, by: LossParameters['by']): Loss {
  const own = studentFunction<(scores: Tensor2D, y: Tensor1D, delta?: number) => ReturnType<Loss>>(
    student,
    assignment,
    by,
  );
  return (scores, y, delta) => {
    const given = [tf.tensor2d([[...scores]]), tf.tensor1d([y], 'int32')] as const;
    return by === 'hingeLoss' ? own(...given, delta) : own(...given);
  };
}
