import type { Check, CheckResult, Exercise, Finding, Observation, Outcomes } from '../../types';
import { casesOf, failed, passed, skipped } from '../checkKind';
import { returnedValues } from '../returnedValues';

/** Judges a check of side effects on each case. */
export function judgeEach(
  check: Check,
  exercise: Exercise,
  outcomes: Outcomes,
  find: (observed: Observation) => Finding | undefined,
): CheckResult {
  const cases = casesOf(check, exercise);
  for (const one of cases) {
    const returned = returnedValues(outcomes.get(one.id));
    if (returned.values === undefined) return failed(check, returned.finding, one);
    const finding = find(returned.observed);
    if (finding !== undefined) return failed(check, finding, one);
  }
  return cases.length === 0 ? skipped(check, 'no-cases') : passed(check);
}
