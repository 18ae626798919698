/**
 * The linear classifier: one row of weights per class, one score per row, and the highest score wins.
 *
 * Letters, the same in every function:
 *
 * | letter      | meaning                                       | shape, dtype |
 * | ----------- | --------------------------------------------- | ------------ |
 * | `N`         | examples in the batch                         |              |
 * | `D`         | features of an example, such as its pixels    |              |
 * | `C`         | classes                                       |              |
 * | `x`         | data, one example per row                     | (N, D) float |
 * | `W`         | weights, one row per class                    | (C, D) float |
 * | `b`         | bias, one number per class                    | (C,) float   |
 * | `scores`    | one row per example, one column per class     | (N, C) float |
 * | `y`         | true class of each example, 0..C−1            | (N,) int32   |
 * | `predicted` | predicted class of each example, 0..C−1       | (N,) int32   |
 *
 * Every function leaves its inputs unchanged, returns new tensors, and keeps nothing else allocated (`tf.tidy`).
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';

/**
 * Computes the score of every example for every class.
 *
 * Formula: s_ij = Σ_d x_id W_jd + b_j, or x Wᵀ + b for all at once
 *
 * @param x - (N, D) float
 * @param W - (C, D) float, one row per class
 * @param b - (C,) float, one number per class
 * @returns (N, C) float, the scores
 *
 * Worked example: x = [[2]], W = [[3], [−1]] and b = [0.5, 1] give the scores [[2·3 + 0.5, 2·(−1) + 1]] = [[6.5, −1]].
 */
export function linearScores(x: Tensor2D, W: Tensor2D, b: Tensor1D): Tensor2D {
  // TODO: x Wᵀ + b; the rows of W are classes, so one factor is transposed (not reshaped), and b is
  //       added to each row
  throw new NotImplementedError('linearScores');
}

/**
 * Picks the class with the highest score for every example.
 *
 * Formula: ŷ_i = argmax_j s_ij, the first j on a tie
 *
 * @param scores - (N, C) float
 * @returns (N,) int32, the classes
 *
 * Worked example: the scores [[1, 3, 2], [0, −1, −4]] give the classes [1, 0].
 */
export function predictClasses(scores: Tensor2D): Tensor1D {
  // TODO: index of the largest score in each row; mind the axis, and the first of equals wins
  throw new NotImplementedError('predictClasses');
}

/**
 * Share of the examples whose class is predicted correctly.
 *
 * Formula: (1/N) Σ_i 1[ŷ_i = y_i]
 *
 * @param predicted - (N,) int32
 * @param y - (N,) int32
 * @returns a plain number from 0 to 1
 *
 * Worked example: the predictions [1, 0, 2] for the true classes [1, 1, 2] are right two times out of three: 0.6667.
 */
export function accuracy(predicted: Tensor1D, y: Tensor1D): number {
  // TODO: the number of equal entries, divided by N, as a plain number between 0 and 1
  throw new NotImplementedError('accuracy');
}

/**
 * Turns the weights of every class into an image: the template that the class compares examples with.
 *
 * Formula: t_jd = 255 (W_jd − min_d W_jd) / (max_d W_jd − min_d W_jd), for each class separately; 0 if all its weights
 * are equal
 *
 * @param W - (C, height·width·channels) float, pixels row by row, the channels of a pixel adjacent
 * @param imageShape - [height, width, channels]
 * @returns (C, height, width, channels) float; each class ranges from exactly 0 to exactly 255, not rounded
 *
 * Worked example: W = [[−1, 0, 3]] with imageShape [1, 3, 1] has smallest weight −1 and range 4.
 * The template's pixels are 0, 63.75 and 255.
 */
export function classTemplates(W: Tensor2D, imageShape: [number, number, number]): Tensor4D {
  // TODO: rescale each row by its own minimum and range, then reshape it; a range of 0 gives 0, not
  //       NaN, and needs no ε
  throw new NotImplementedError('classTemplates');
}

/**
 * Lifts points of the plane into space, where a plane can separate the classes of XOR.
 *
 * Formula: (x₁, x₂) ↦ (x₁, x₂, x₁x₂)
 *
 * @param x - (N, 2) float
 * @returns (N, 3) float
 *
 * Worked example: [[2, 3], [−1, 4]] becomes [[2, 3, 6], [−1, 4, −4]].
 */
export function liftXor(x: Tensor2D): Tensor2D {
  // TODO: both columns unchanged, and their elementwise product as a third one
  throw new NotImplementedError('liftXor');
}
