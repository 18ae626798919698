import { defineAssignment } from 'descent/author';
import { forwardDifference } from './forwardDifference.spec';
import { gradientCheck } from './gradientCheck.spec';
import { numericalGradient } from './numericalGradient.spec';
import { relativeError } from './relativeError.spec';

export default defineAssignment({
  id: '05-gradients',
  title: 'Numerical gradients',
  file: 'gradients.ts',
  exercises: [forwardDifference, numericalGradient, relativeError, gradientCheck],
});
