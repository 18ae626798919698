import type { CheckResult, Exercise, Outcomes, RecognisedMistake } from '../../types';
import { mistakeOfField } from './mistakeOfField';
import { mostlyKnown } from './mostlyKnown';
import { onlyWhere } from './onlyWhere';
import { pairedMistakes } from './pairedMistakes';
import { relatedValues } from './relatedValues';
import { recogniseMistake } from './recogniseMistake';

/**
 * The known mistake that a wrong function shows; or how its numbers relate to the correct ones; or two known mistakes
 * at once; or one that a field shows while others are wrong too; or what all failing cases have in common.
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
  return (
    recogniseMistake(exercise, outcomes, diagnosed, failed) ??
    relatedValues(exercise, outcomes) ??
    pairedMistakes(exercise, outcomes) ??
    mistakeOfField(exercise, outcomes) ??
    mostlyKnown(exercise, outcomes) ??
    onlyWhere(exercise, outcomes)
  );
}
