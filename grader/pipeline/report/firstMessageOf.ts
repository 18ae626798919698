import { isClear } from '../checks';
import type { ScoredCheck, ScoredExercise } from '../score';
import { messageOf, problemMessage, type MessageOptions } from './messageOf';

/** What to fix first in an exercise: a failed check, or why it could not be checked. Empty if neither. */
export function firstMessageOf(result: ScoredExercise, options: MessageOptions): string {
  const failure = failureToShow(result.checks);
  return failure === undefined || result.problem !== undefined
    ? problemMessage(result, options)
    : messageOf(failure, result, options);
}

/** The first failed check, unless its error could be rounding and another check's values show that it is not. */
function failureToShow(checks: readonly ScoredCheck[]): ScoredCheck | undefined {
  const failures = checks.filter(({ status }) => status === 'failed');
  const [first] = failures;
  if (first === undefined || isClear(first)) return first;
  const visibility = first.failingCase?.visibility;
  return (
    failures.find(
      (one) => one.check.kind === 'reference' && one.failingCase?.visibility === visibility && isClear(one),
    ) ?? first
  );
}
