import {
  defineExercise,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { cubicCases, cubicDifferences, differenceCases, plainCases, rankCases, steepSine } from './cases';
import { numericalGradient as solution } from './gradients';
import { backward, beside, central, disturbed, forward, mistakesOf, slopes, valueAt } from './mistakes';

const comparison = { rule: 'relative', bound: 1e-7 } as const;

export const numericalGradient = defineExercise({
  name: 'numericalGradient',
  arguments: ['f', 'x', 'h'],
  reference: solution,
  cases: [
    ...differenceCases,
    randomCase(
      'default-step',
      (random) => {
        const { f, x } = steepSine(random);
        return { f, x, h: undefined };
      },
      { label: 'h is omitted', reserved: true },
    ),
  ],
  checks: [
    reference(undefined, { points: 5, on: plainCases, comparison }),
    reference(undefined, { id: 'anyShape', points: 2, on: rankCases, comparison }),
    reference(undefined, { id: 'defaultStep', points: 1, on: ['default-step'], comparison }),
    leavesInputsAlone({ points: 1 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: wrong<typeof solution>({
    ...mistakesOf(central),
    'one-sided': slopes(forward),
    'one-sided-backward': slopes(backward),
    'times-half-h': slopes((f, x, index, h) => ((beside(f, x, index, h) - beside(f, x, index, -h)) / 2) * h),
    'both-ends-the-same-point': slopes(() => 0),
    'divided-by-h': slopes((f, x, index, h) => 2 * central(f, x, index, h)),
    'half-a-difference': slopes((f, x, index, h) => forward(f, x, index, h) / 2),
    'half-steps': slopes((f, x, index, h) => central(f, x, index, h / 2)),
    'x-not-restored': slopes((f, x, index, h) => central(f, disturbed(x, index, -h), index, h)),
    'x-not-restored-below': slopes((f, x, index, h) => {
      const moved = disturbed(x, index, h);
      return (beside(f, moved, index, h) - f(moved)) / (2 * h);
    }),
    'all-elements-at-once': slopes((f, x, _, h) => {
      const [above, below] = [h, -h].map((by) => valueAt(f, x, (value) => value + by));
      return ((above ?? NaN) - (below ?? NaN)) / (2 * h);
    }),
    'default-step-1e-3': (f, x, h = 1e-3) => slopes(central)(f, x, h),
    'default-step-1e-4': (f, x, h = 1e-4) => slopes(central)(f, x, h),
    'default-step-1e-6': (f, x, h = 1e-6) => slopes(central)(f, x, h),
  }),
  alternatives: alternatives.numericalGradient,
  witnesses: [
    {
      name: '(s + hw)³ − (s − hw)³ multiplied out',
      on: cubicCases,
      compute: (f, x, h = 1e-5) => cubicDifferences(f, x, (s, w) => 3 * s * s * w + w ** 3 * h * h),
    },
  ],
  forbidden: libraryAnswers,
});
