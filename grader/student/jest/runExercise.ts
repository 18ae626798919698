import type { ExerciseRun } from '../../pipeline/checks';
import type { Exercise } from '../../pipeline/types';
import { runExercise as runIn, runExerciseAsync as runAsyncIn, type Realm } from '../checking';
import { locateInStack } from './locateInStack';
import { bans } from './submissionTfjs';
import { withinSeconds } from '../../execution/withinSeconds';

const realm: Realm = { bans, within: withinSeconds, locate: locateInStack };

/**
 * Runs a submission's function on all public cases, in this process.
 *
 * @param seconds - that it may take by the clock, unless the exercise says otherwise; undefined for as long as it takes
 */
export function runExercise(
  exercise: Exercise,
  submission: Readonly<Record<string, unknown>>,
  seconds: number | undefined,
): ExerciseRun {
  return runIn(exercise, submission, seconds, realm);
}

/** The same, of an exercise whose answers are awaited. */
export function runExerciseAsync(
  exercise: Exercise,
  submission: Readonly<Record<string, unknown>>,
  seconds: number | undefined,
): Promise<ExerciseRun> {
  return runAsyncIn(exercise, submission, seconds, realm);
}
