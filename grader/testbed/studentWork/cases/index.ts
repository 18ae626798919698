import { gradients } from './gradients';
import { linearClassifier } from './linearClassifier';
import { losses } from './losses';
import { nearestNeighbors } from './nearestNeighbors';
import { optimizers } from './optimizers';
import { regularization } from './regularization';
import { schedules } from './schedules';
import { training } from './training';
import type { StudentCase } from './StudentCase';

/** Student work of all assignments. */
export const studentCases: readonly StudentCase[] = [
  ...nearestNeighbors,
  ...linearClassifier,
  ...losses,
  ...regularization,
  ...gradients,
  ...optimizers,
  ...schedules,
  ...training,
];
