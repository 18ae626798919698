import { defineExercise, leavesInputsAlone, leavesNoTensors, libraryAnswers, reference, wrong } from 'descent/author';
import * as alternatives from './alternatives';
import { cubicCases, cubicDifferences, differenceCases, plainCases, rankCases } from './cases';
import { forwardDifference as solution } from './gradients';
import { backward, beside, central, disturbed, forward, mistakesOf, slopes, valueAt } from './mistakes';

const comparison = { rule: 'relative', bound: 1e-7 } as const;

export const forwardDifference = defineExercise({
  name: 'forwardDifference',
  arguments: ['f', 'x', 'h'],
  reference: solution,
  cases: differenceCases,
  checks: [
    reference(undefined, { points: 5.5, on: plainCases, comparison }),
    reference(undefined, { id: 'anyShape', points: 2.5, on: rankCases, comparison }),
    leavesInputsAlone({ points: 1 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: wrong<typeof solution>({
    ...mistakesOf(forward),
    central: slopes(central),
    backward: slopes(backward),
    'both-ends-the-same-point': slopes(() => 0),
    'times-half-h': slopes((f, x, index, h) => ((beside(f, x, index, h) - f(x)) / 2) * h),
    'divided-by-2h': slopes((f, x, index, h) => forward(f, x, index, h) / 2),
    'x-not-restored': slopes((f, x, index, h) => (beside(f, disturbed(x, index, h), index, h) - f(x)) / h),
    'x-not-restored-and-f-again': slopes((f, x, index, h) => forward(f, disturbed(x, index, h), index, h)),
    'all-elements-at-once': slopes((f, x, _, h) => (valueAt(f, x, (value) => value + h) - f(x)) / h),
  }),
  alternatives: alternatives.forwardDifference,
  witnesses: [
    {
      name: '(s + hw)³ − s³ multiplied out',
      on: cubicCases,
      compute: (f, x, h) => cubicDifferences(f, x, (s, w) => 3 * s * s * w + 3 * s * w * w * h + w ** 3 * h * h),
    },
  ],
  forbidden: libraryAnswers,
});
