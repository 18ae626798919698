import type { Case, Exercise } from '../../types';
import { remembering } from '../checkKind';
import { tellingCases } from '../naming';
import { plainEvaluations } from '../planEvaluations';

interface AskedCases {
  readonly cases: readonly Case[];
  /** Of those, what mistakes are recognised by. */
  readonly telling: ReadonlySet<string>;
}

/** What a submission is asked, in the same order, since a mistake may depend on what was asked before. */
export const askedCases = remembering((exercise: Exercise): AskedCases => {
  const ids = new Set(plainEvaluations(exercise).map(({ id }) => id));
  const telling = new Set(tellingCases(exercise).map(({ id }) => id));
  return { cases: exercise.cases.filter(({ id }) => ids.has(id)), telling };
});
