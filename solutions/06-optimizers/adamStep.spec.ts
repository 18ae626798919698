import { defineExercise, libraryAnswers, wrong, type CaseSpec } from 'descent/author';
import { adamMistakes } from './adamMistakes';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { adamOnCorrection } from './buildsOn';
import { adamCases } from './cases';
import { checksOfStep } from './checks';
import { adamStateInModule } from './moduleVariable';
import { adamStep as solution } from './optimizers';
import * as witnesses from './witnesses';

const cases: readonly CaseSpec[] = adamCases({});

export const adamStep = defineExercise({
  name: 'adamStep',
  arguments: ['w', 'dw', 'state', 'options'],
  reference: solution,
  cases,
  checks: checksOfStep('state', cases, { w: 3.5, memory: 2.5, severalSteps: 2 }),
  mistakes: [
    ...wrong<typeof solution>({
      ...adamMistakes((adam) => adam),
      'gradient-added': (w, dw, state, options) => {
        const { w: next, state: after } = solution(w, dw, state, options);
        return { w: w.mul(2).sub(next), state: after };
      },
    }),
    ...adamStateInModule(solution),
  ],
  buildsOn: { biasCorrection: adamOnCorrection },
  alternatives: { loops: loops.adamStep, identities: identities.adamStep },
  witnesses: [{ name: 'tf.train.adam', compute: witnesses.adamStep }],
  forbidden: libraryAnswers,
});
