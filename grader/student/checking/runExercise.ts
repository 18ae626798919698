import { abandonEvaluation, execute } from '../../execution';
import type { Bans, Violation } from '../../execution/guard';
import { askInRounds, type ExerciseRun, type PlannedEvaluation } from '../../pipeline/checks';
import type { Exercise, Outcome, SourcePlace } from '../../pipeline/types';

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

/**
 * Runs a submission's function on all public cases, in this process.
 *
 * @param seconds - that it may take by the clock, unless the exercise says otherwise; undefined for as long as it takes
 */
export function runExercise(
  exercise: Exercise,
  submission: Readonly<Record<string, unknown>>,
  seconds: number | undefined,
  { bans, within, locate, before }: Realm,
): ExerciseRun {
  const run = [exercise.name, ...(exercise.formerNames ?? [])].flatMap((name) => submission[name] ?? [])[0];
  if (run === undefined)
    return { status: 'not-run', problem: { status: 'missing-export', exports: Object.keys(submission) } };
  if (typeof run !== 'function') return { status: 'not-run', problem: { status: 'not-a-function', got: typeof run } };
  const limit = seconds === undefined ? undefined : Math.max(seconds, exercise.seconds ?? 0);
  const banned = new Set(exercise.forbidden);
  const outcomes = new Map<string, Outcome>();
  let running = '';
  let refused: Violation | undefined;
  const answer = ({ id, evaluation }: PlannedEvaluation): Outcome => {
    running = id;
    const known = before?.(exercise.name, id);
    if (known !== undefined) {
      outcomes.set(id, known);
      return known;
    }
    const { result, violation } = bans.during(banned, () => execute(run as () => unknown, evaluation));
    refused ??= violation;
    // Nothing more is asked of a function that was stopped.
    if (violation !== undefined) return { status: 'crashed', detail: violation.ban };
    const outcome: Outcome =
      result.status === 'threw' ? { ...result, error: { ...result.error, place: locate(result.error.stack) } } : result;
    outcomes.set(id, outcome);
    return outcome;
  };
  const isDone = within(limit, () => void askInRounds(exercise, () => answer));
  if (!isDone) {
    abandonEvaluation();
    outcomes.set(running, { status: 'timeout', seconds: limit ?? Infinity });
  }
  if (refused !== undefined) {
    return {
      status: 'not-run',
      problem: { status: 'forbidden-call', call: refused.ban, place: locate(refused.stack), through: [] },
    };
  }
  return { status: 'answered', outcomes, durationMs: 0 };
}
