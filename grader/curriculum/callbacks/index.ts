import { quadraticGradient } from './gradients';
import { leastSquares, logCosh } from './losses';
import { momentum, sgd, slowingMomentum } from './optimizers';
import { constant, powerOfSum, sineOfSum } from './scalarFunctions';
import { exponentialSchedule, listedSchedule, listedScores, squaredDistance } from './schedules';
import {
  listedSamples,
  numberOfWeights,
  shareClassified,
  squaredDistanceTo,
  uniformSamples,
  weightsAlongLine,
} from './searches';

/** The functions that this course's exercises are given. */
export const callbacks = [
  quadraticGradient,
  constant,
  powerOfSum,
  sineOfSum,
  exponentialSchedule,
  listedSchedule,
  squaredDistance,
  listedScores,
  logCosh,
  leastSquares,
  sgd,
  momentum,
  slowingMomentum,
  listedSamples,
  uniformSamples,
  squaredDistanceTo,
  numberOfWeights,
  weightsAlongLine,
  shareClassified,
] as const;
