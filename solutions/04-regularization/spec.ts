import { defineAssignment } from 'descent/author';
import { approximationError } from './approximationError.spec';
import { decayWeights } from './decayWeights.spec';
import { elasticNetPenalty } from './elasticNetPenalty.spec';
import { exponentialDecayWeights } from './exponentialDecayWeights.spec';
import { l1Penalty } from './l1Penalty.spec';
import { l2Penalty } from './l2Penalty.spec';
import { logPosterior } from './logPosterior.spec';
import { ridgeSolution } from './ridgeSolution.spec';
import { tikhonovSolution } from './tikhonovSolution.spec';
import { totalVariation } from './totalVariation.spec';

export default defineAssignment({
  id: '04-regularization',
  title: 'Regularization and weight decay',
  file: 'regularization.ts',
  exercises: [
    l2Penalty,
    l1Penalty,
    elasticNetPenalty,
    totalVariation,
    decayWeights,
    exponentialDecayWeights,
    approximationError,
    ridgeSolution,
    tikhonovSolution,
    logPosterior,
  ],
});
