import { defineAssignment } from 'descent/author';
import { cosineDecay, exponentialDecay, inverseSqrtDecay, linearDecay, stepDecay } from './decays.spec';
import { gridSearch } from './gridSearch.spec';
import { rangeTestRates } from './rangeTestRates.spec';
import { suggestRate } from './suggestRate.spec';
import { withWarmup } from './withWarmup.spec';

export default defineAssignment({
  id: '07-schedules',
  title: 'Learning-rate schedules',
  file: 'schedules.ts',
  exercises: [
    exponentialDecay,
    stepDecay,
    cosineDecay,
    linearDecay,
    inverseSqrtDecay,
    withWarmup,
    rangeTestRates,
    suggestRate,
    gridSearch,
  ],
});
