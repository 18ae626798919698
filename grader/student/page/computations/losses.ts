import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';
import { defineComputation, type OwnFunction } from './Computation';

const assignment = '03-losses';

/** Probabilities of one row of scores. */
export const softmaxOf = defineComputation<{ readonly scores: readonly number[] }, readonly number[]>(
  'losses.softmax',
  (own, tf, { scores }) => {
    const softmax = own<(scores: Tensor2D) => Tensor2D>(assignment, 'softmax');
    return [...softmax(tf.tensor2d([[...scores]])).dataSync()];
  },
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
  (own, tf, { by, scores, y, delta }) => {
    const { loss, dScores } = callLoss(own, tf, by)(scores, y, delta);
    return { loss: loss.dataSync()[0] ?? NaN, dScores: [...dScores.dataSync()] };
  },
);

/** The loss as the score of the true class varies over these values. */
export const lossCurve = defineComputation<LossParameters & { readonly values: readonly number[] }, readonly number[]>(
  'losses.curve',
  (own, tf, { by, scores, y, delta, values }) => {
    const loss = callLoss(own, tf, by);
    return values.map((value) => loss(scores.with(y, value), y, delta).loss.dataSync()[0] ?? NaN);
  },
);

type Loss = (
  scores: readonly number[],
  y: number,
  delta: number,
) => { readonly loss: Scalar; readonly dScores: Tensor2D };

function callLoss(own: OwnFunction, tf: Tfjs, by: LossParameters['by']): Loss {
  const call = own<(scores: Tensor2D, y: Tensor1D, delta?: number) => ReturnType<Loss>>(assignment, by);
  return (scores, y, delta) => {
    const given = [tf.tensor2d([[...scores]]), tf.tensor1d([y], 'int32')] as const;
    return by === 'hingeLoss' ? call(...given, delta) : call(...given);
  };
}
