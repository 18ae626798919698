/**
 * k nearest neighbours: to classify an example, find the most similar ones and let them vote.
 *
 * Letters, the same in every function:
 *
 * | letter | meaning                                              | shape, dtype |
 * | ------ | ---------------------------------------------------- | ------------ |
 * | `M`    | examples to classify                                 |              |
 * | `N`    | known examples, such as the training set             |              |
 * | `D`    | features of an example, such as its pixels           |              |
 * | `a`    | examples to classify, one per row                    | (M, D) float |
 * | `b`    | known examples, one per row                          | (N, D) float |
 * | `x`    | data, one example per row                            | (N, D) float |
 * | `y`    | class of each example, 0..C−1                        | (N,) int32   |
 * | `k`    | neighbours that vote, 1 ≤ k ≤ N                      |              |
 *
 * Every function leaves its inputs unchanged, returns new tensors, and keeps nothing else allocated (`tf.tidy`).
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { NotImplementedError, type DatasetSplit, type HyperparameterChoice, type LabelledData, type Metric } from 'descent';

/**
 * L1 (city block) distance from every row of a to every row of b.
 *
 * Formula: d_ij = Σ_f |a_if − b_jf|
 *
 * @param a - (M, D) float
 * @param b - (N, D) float
 * @returns (M, N) float; row i holds the distances of the i-th row of a
 *
 * Worked example: a = [[1, 2]] and b = [[3, 5], [1, 0]] give [[2 + 3, 0 + 2]] = [[5, 2]].
 */
export function l1Distances(a: Tensor2D, b: Tensor2D): Tensor2D {
  // TODO: (M, N), one row per row of a; broadcasting compares all pairs at once; absolute values
  //       before the sum
  throw new NotImplementedError('l1Distances');
}

/**
 * L2 (Euclidean) distance from every row of a to every row of b, without a loop over rows.
 *
 * Formula: d_ij = √(Σ_f (a_if − b_jf)²) = √(‖a_i‖² + ‖b_j‖² − 2 a_i·b_j)
 *
 * @param a - (M, D) float
 * @param b - (N, D) float
 * @returns (M, N) float; row i holds the distances of the i-th row of a, never NaN
 *
 * Worked example: a = [[1, 2]] and b = [[4, 6], [1, 0]] give [[√(9 + 16), √(0 + 4)]] = [[5, 2]].
 */
export function l2Distances(a: Tensor2D, b: Tensor2D): Tensor2D {
  // TODO: (M, N), with the root; if you expand the square, rounding may leave it slightly below 0
  throw new NotImplementedError('l2Distances');
}

/**
 * Lets the k nearest known examples vote on each example's class.
 *
 * Formula: ŷ_i = the class with the most votes among the labels of the k smallest d_ij; ties go to the smallest class
 *
 * @param distances - (M, N) float, from each example to each known one; no ties between the k-th and the next distance
 * @param labels - (N,) int32, classes of the known examples; any integers ≥ 0, possibly all the same
 * @param k - number of votes, 1 ≤ k ≤ N
 * @returns (M,) int32, one class per example
 *
 * Worked example: distances [[1, 4, 2]] to examples of the classes [1, 0, 0]. With k = 1 the nearest decides: [1]. With
 * k = 3 there are two votes for 0 and one for 1: [0]. With k = 2 there is one vote each, and the smaller class wins:
 * [0].
 */
export function predictLabels(distances: Tensor2D, labels: Tensor1D, k: number): Tensor1D {
  // TODO: count the votes for each class; a label is a name, so don't add or average it; watch out
  //       for data of a single class
  throw new NotImplementedError('predictLabels');
}

/**
 * Shuffles a data set and splits it into three parts.
 *
 * Formula: ⌊N·validation⌋ and ⌊N·test⌋ rows, and the rest for training
 *
 * `seededRandom(seed)` from the module `descent` returns a function whose calls return numbers in [0, 1), the same for
 * the same seed.
 *
 * @param x - (N, D) float
 * @param y - (N,) int32
 * @param fractions - shares of the validation and the test set, each ≥ 0, with a sum of at most 1
 * @param seed - an integer; the same seed gives the same split, another seed another order
 * @returns `train`, `validation` and `test`, each with its `x` and `y`; each row is in exactly one part, with its
 *   label. An empty part has the shapes (0, D) and (0,)
 *
 * Worked example: 10 rows with the fractions 0.25 and 0.1 give 2 for validation, 1 for test and 7 for training.
 */
export function splitDataset(
  x: Tensor2D,
  y: Tensor1D,
  fractions: { validation: number; test: number },
  seed: number,
): DatasetSplit {
  // TODO: put the row numbers into a random order that depends on the seed, and gather x and y of
  //       each part in that order
  throw new NotImplementedError('splitDataset');
}

/**
 * Chooses the number of neighbours and the distance by trying all combinations on the validation set.
 *
 * Formula: argmax over k and metric of the accuracy on the validation set
 *
 * @param train - x (N, D) and y (N,), the voting examples
 * @param validation - x (M, D) and y (M,), the examples to classify
 * @param ks - the numbers of neighbours to try
 * @param metrics - the distances to try for each k
 * @returns `k`, `metric` and their `accuracy` from 0 to 1; on a tie the first one tried, with k in the outer loop
 *
 * Worked example: the training examples [0], [1], [3] have the classes 0, 1, 0, and the validation example [1.9] has
 * class 0. With one feature both metrics are equal. With k = 1 the nearest is [1], wrong: accuracy 0. With k = 3
 * class 0 has two votes: accuracy 1. For ks = [1, 3] and metrics = ['l1', 'l2'] the choice is k = 3, metric = 'l1', the
 * first of two equals, accuracy = 1.
 */
export function chooseHyperparameters(
  train: LabelledData,
  validation: LabelledData,
  ks: number[],
  metrics: Metric[],
): HyperparameterChoice {
  // TODO: the training set votes on the validation set; only a higher accuracy replaces the best so
  //       far
  throw new NotImplementedError('chooseHyperparameters');
}
