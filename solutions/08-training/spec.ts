import { defineAssignment } from 'descent/author';
import { chooseLambda } from './chooseLambda.spec';
import { gradientDescent } from './gradientDescent.spec';
import { hints } from './hints.en';
import { hints as chineseHints } from './hints.zh';
import { miniBatches } from './miniBatches.spec';
import { randomSearch } from './randomSearch.spec';
import { converged, stoppingEpoch } from './stopping.spec';
import { hints as hintsOfCapstone } from './trainClassifier.hints';
import { hints as chineseHintsOfCapstone } from './trainClassifier.hints.zh';
import { trainClassifier } from './trainClassifier.spec';
import { trainMiniBatches } from './trainMiniBatches.spec';

export default defineAssignment({
  id: '08-training',
  title: 'Training',
  file: 'training.ts',
  exercises: [randomSearch, gradientDescent, miniBatches, trainMiniBatches, converged, stoppingEpoch, chooseLambda, trainClassifier],
  hints: { ...hints, ...hintsOfCapstone },
  translations: { zh: { ...chineseHints, ...chineseHintsOfCapstone } },
});
