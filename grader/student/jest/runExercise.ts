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
 * @param seconds - time limit, unless the exercise sets one; undefined for none
 */
export function runExercise(
  exercise: Exercise,
  submission: Readonly<Record<string, unknown>>,
  seconds: number | undefined,
): ExerciseRun {
  return runIn(exercise, submission, seconds, realm);
}

/** The same for an async exercise. */
export function runExerciseAsync(
  exercise: Exercise,
  submission: Readonly<Record<string, unknown>>,
  seconds: number | undefined,
): Promise<ExerciseRun> {
  return runAsyncIn(exercise, submission, seconds, realm);
}
