import { execute } from '../../execution';
import { askInRounds, checkExercise, partOf, signatureOf } from '../checks';
import type { Exercise } from '../types';
import type { ExerciseFunction } from './spec/spec';

/** What each check that a mistake fails finds wrong with it, on the public cases: its id, and the finding's signature. */
export function signaturesOf(exercise: Exercise, make: () => ExerciseFunction): Readonly<Record<string, string>> {
  const shown = { ...partOf.public(exercise), mistakes: [] };
  const outcomes = askInRounds(shown, () => {
    const run = make();
    return ({ evaluation }) => execute(run, evaluation);
  });
  const { checks } = checkExercise(shown, { status: 'answered', outcomes, durationMs: 0 });
  return Object.fromEntries(
    checks.flatMap(({ check, status, finding }) => (status === 'failed' ? [[check.id, signatureOf(finding)]] : [])),
  );
}
