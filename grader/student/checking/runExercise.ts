import { abandonEvaluation, execute } from '../../execution';
import { askInRounds, type ExerciseRun, type PlannedEvaluation } from '../../pipeline/checks';
import type { Exercise, Outcome } from '../../pipeline/types';
import { Asking } from './Asking';
import type { Realm } from './Realm';

export type Functions = Readonly<Record<string, unknown>>;

/**
 * Runs a submission's function on all public cases, in this process.
 *
 * @param seconds - time limit, unless the exercise sets one; undefined for none
 */
export function runExercise(
  exercise: Exercise,
  submission: Functions,
  seconds: number | undefined,
  realm: Realm,
): ExerciseRun {
  const run = functionOf(exercise, submission);
  if (typeof run !== 'function') return notRun(run, submission);
  const limit = limitOf(exercise, seconds);
  const asking = new Asking(exercise, realm);
  const answer = (asked: PlannedEvaluation): Outcome =>
    asking.known(asked) ??
    asking.take(
      asked,
      realm.bans.during(asking.banned, () => execute(run as () => unknown, asked.evaluation)),
    );
  const isDone = realm.within(limit, () => void askInRounds(exercise, () => answer));
  if (!isDone) {
    abandonEvaluation();
    asking.stop({ status: 'timeout', seconds: limit ?? Infinity });
  }
  return asking.run;
}

/** The exercise's function, under its current or a former name. */
export function functionOf({ name, formerNames = [] }: Exercise, submission: Functions): unknown {
  return submission[[name, ...formerNames].find((one) => submission[one] !== undefined) ?? name];
}

/** Why a value that is not a function can't be run. */
export function notRun(run: unknown, submission: Functions): ExerciseRun {
  return {
    status: 'not-run',
    problem:
      run === undefined
        ? { status: 'missing-export', exports: Object.keys(submission) }
        : { status: 'not-a-function', got: typeof run },
  };
}

export function limitOf(exercise: Exercise, seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.max(seconds, exercise.seconds ?? 0);
}
