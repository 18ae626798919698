import type { Case, Exercise } from '../../types';
import { memoize } from '../checkKind';
import { diagnosticCases } from '../naming';
import { plainEvaluations } from '../planEvaluations';

interface AskedCases {
  readonly cases: readonly Case[];
  /** The ids of those that mistakes are recognised by. */
  readonly telling: ReadonlySet<string>;
}

/** The cases that a submission is asked, in the same order, since a mistake can depend on earlier calls. */
export const askedCases = memoize((exercise: Exercise): AskedCases => {
  const ids = new Set(plainEvaluations(exercise).map(({ id }) => id));
  const telling = new Set(diagnosticCases(exercise).map(({ id }) => id));
  return { cases: exercise.cases.filter(({ id }) => ids.has(id)), telling };
});
