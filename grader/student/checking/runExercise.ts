import { abandonEvaluation, execute } from '../../execution';
import type { Bans } from '../../execution/guard';
import { askInRounds, type ExerciseRun, type PlannedEvaluation } from '../../pipeline/checks';
import type { Exercise, Outcome, SourcePlace } from '../../pipeline/types';
import { Asking } from './Asking';

/** Where a submission runs. */
export interface Realm {
  /** What may not be called by the submission's tfjs. */
  readonly bans: Bans;
  /** Runs something, and ends it after so many seconds if the realm can. @returns whether it came to its end */
  readonly within: (seconds: number | undefined, run: () => void) => boolean;
  /** The first place of the student's own in a stack. */
  readonly locate: (stack: string) => SourcePlace | undefined;
  /** Called before an evaluation; what it returns stands for its outcome. */
  readonly before?: (exercise: string, evaluation: string) => Outcome | undefined;
}

export type Functions = Readonly<Record<string, unknown>>;

/**
 * Runs a submission's function on all public cases, in this process.
 *
 * @param seconds - that it may take by the clock, unless the exercise says otherwise; undefined for as long as it takes
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

/** What the exercise's function is, under its name or one of its former ones. */
export function functionOf({ name, formerNames = [] }: Exercise, submission: Functions): unknown {
  return [name, ...formerNames].flatMap((one) => submission[one] ?? [])[0];
}

/** Why what is no function can't be run. */
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
