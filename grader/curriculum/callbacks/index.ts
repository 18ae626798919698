import { callbacks as own } from '#course/callbacks';
import { combine } from '../combine';
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

const ofExercises = [
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

/** Callbacks of this course's exercises, and those that another course adds. */
export const callbacks = combine('a callback', ofExercises, own);
