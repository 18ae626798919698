import { defineAssignment } from 'descent/author';
import { cosineDecay } from './cosineDecay.spec';
import { exponentialDecay } from './exponentialDecay.spec';
import { gridSearch } from './gridSearch.spec';
import { inverseSqrtDecay } from './inverseSqrtDecay.spec';
import { linearDecay } from './linearDecay.spec';
import { rangeTestRates } from './rangeTestRates.spec';
import { stepDecay } from './stepDecay.spec';
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
