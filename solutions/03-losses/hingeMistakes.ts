import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ScoresLoss } from 'descent';
import { altered, type MistakeSpec, tidied } from 'descent/author';
import { hingeLoss as solution } from './losses';
import { truthOf } from './mistakes';

interface Parts {
  readonly n: number;
  readonly classes: number;
  readonly scores: Tensor2D;
  readonly truth: Tensor2D;
  /** (N, C), 0 at each true class */
  readonly margins: Tensor2D;
  /** (N, C), 1 where a margin is violated */
  readonly unmet: Tensor;
}

/** The solution with some fields replaced, computed from its parts. */
function varied(
  change: (parts: Parts, right: ScoresLoss) => { readonly loss?: Tensor; readonly dScores?: Tensor },
): () => typeof solution {
  return altered(solution, (right, scores, y, delta) => {
    const [n, classes] = scores.shape;
    const truth = truthOf(scores, y);
    const margins = scores.sub(scores.mul(truth).sum(1, true)).add(delta).mul<Tensor2D>(tf.sub(1, truth));
    return change({ n, classes, scores, truth, margins, unmet: margins.greater(0).toFloat() }, right);
  });
}

/** The gradient that is `pull` for the other classes, and minus their sum for the true one. */
const balanced = (pull: Tensor, { truth, n }: Parts): Tensor => pull.sub(truth.mul(pull.sum(1, true))).div(n);

const onlyLargest = ({ margins, classes }: Parts): Tensor =>
  margins.relu().mul(tf.oneHot(margins.argMax(1), classes, 1, 0, 'float32'));

export const hingeMistakes: readonly MistakeSpec<typeof solution>[] = [
  {
    id: 'true-class-counted',
    make: altered(solution, ({ loss }, _scores, _y, delta) => ({ loss: loss.add(delta) })),
  },
  { id: 'true-class-pulled-once', make: varied(({ unmet, truth, n }) => ({ dScores: unmet.sub(truth).div(n) })) },
  { id: 'true-class-not-pulled', make: varied(({ unmet, n }) => ({ dScores: unmet.div(n) })) },
  {
    id: 'tie-counts-as-unmet',
    make: varied((parts) => ({
      dScores: balanced(parts.margins.greaterEqual(0).toFloat().mul(tf.sub(1, parts.truth)), parts),
    })),
  },
  { id: 'loss-not-divided', make: varied(({ n }, { loss }) => ({ loss: loss.mul(n) })) },
  { id: 'gradient-not-divided', make: varied(({ n }, { dScores }) => ({ dScores: dScores.mul(n) })) },
  {
    id: 'sum-for-mean',
    make: varied(({ n }, { loss, dScores }) => ({ loss: loss.mul(n), dScores: dScores.mul(n) })),
  },
  { id: 'loss-divided-by-classes', make: varied(({ classes }, { loss }) => ({ loss: loss.div(classes) })) },
  { id: 'zero-delta-replaced', make: () => (scores, y, delta) => solution(scores, y, delta || 1) },
  { id: 'no-delta', make: () => (scores, y) => solution(scores, y, 0) },
  { id: 'delta-always-one', make: () => (scores, y) => solution(scores, y, 1) },
  { id: 'delta-subtracted', make: () => (scores, y, delta) => solution(scores, y, -delta) },
  {
    id: 'scores-swapped',
    make: () => tidied((scores: Tensor2D, y: Tensor1D, delta: number) => solution(scores.neg(), y, delta)),
  },
  {
    id: 'margin-turned',
    make: () =>
      tidied((scores: Tensor2D, y: Tensor1D, delta: number) => {
        const { loss, dScores } = solution(scores.neg(), y, delta);
        return { loss, dScores: dScores.neg() };
      }),
  },
  {
    id: 'no-maximum-with-zero',
    make: varied((parts) => ({
      loss: parts.margins.sum().div(parts.n),
      dScores: balanced(tf.sub(1, parts.truth), parts),
    })),
  },
  { id: 'no-maximum-in-loss', make: varied(({ margins, n }) => ({ loss: margins.sum().div(n) })) },
  { id: 'every-rival-pushed', make: varied((parts) => ({ dScores: balanced(tf.sub(1, parts.truth), parts) })) },
  { id: 'pushed-by-margin', make: varied((parts) => ({ dScores: balanced(parts.margins.relu(), parts) })) },
  {
    id: 'squared',
    make: varied((parts) => ({
      loss: parts.margins.relu().square().sum().div(parts.n),
      dScores: balanced(parts.margins.relu().mul(2), parts),
    })),
  },
  {
    id: 'largest-margin-only',
    make: varied((parts) => ({
      loss: onlyLargest(parts).sum().div(parts.n),
      dScores: balanced(onlyLargest(parts).step(), parts),
    })),
  },
  { id: 'gradient-sign', make: varied((_, { dScores }) => ({ dScores: dScores.neg() })) },
  { id: 'transposed-gradient', make: varied((_, { dScores }) => ({ dScores: dScores.transpose() })) },
];
