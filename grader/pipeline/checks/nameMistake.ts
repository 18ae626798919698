import type { CheckResult, Exercise, Outcomes, RecognisedMistake } from '../types';
import { pairedMistakes } from './pairedMistakes';
import { recogniseMistake } from './recogniseMistake';

/**
 * The known mistake, or two at once, that a wrong function shows.
 *
 * @param diagnosed - mistakes already recognised in the file's other exercises: only those can be carried from there
 */
export function nameMistake(
  exercise: Exercise,
  outcomes: Outcomes,
  checks: readonly CheckResult[],
  diagnosed: ReadonlyMap<string, string> = new Map(),
): RecognisedMistake | undefined {
  const failed = checks.filter(({ status }) => status === 'failed');
  return recogniseMistake(exercise, outcomes, diagnosed, failed) ?? pairedMistakes(exercise, outcomes);
}
