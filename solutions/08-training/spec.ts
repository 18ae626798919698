import { defineAssignment } from 'descent/author';
import { chooseLambda } from './chooseLambda.spec';
import { converged } from './converged.spec';
import { gradientDescent } from './gradientDescent.spec';
import { miniBatches } from './miniBatches.spec';
import { randomSearch } from './randomSearch.spec';
import { stoppingEpoch } from './stoppingEpoch.spec';
import { trainClassifier } from './trainClassifier.spec';
import { trainMiniBatches } from './trainMiniBatches.spec';

export default defineAssignment({
  id: '08-training',
  title: 'Training',
  file: 'training.ts',
  exercises: [
    randomSearch,
    gradientDescent,
    miniBatches,
    trainMiniBatches,
    converged,
    stoppingEpoch,
    chooseLambda,
    trainClassifier,
  ],
});
