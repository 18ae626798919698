import { askInRounds, type ExerciseRun, type PlannedEvaluation } from '../../pipeline/checks';
import { abandonEvaluation, execute } from '../../execution';
import type { Violation } from '../../execution/guard';
import type { Exercise, Outcome } from '../../pipeline/types';
import { locateInStack } from './locateInStack';
import { bans } from './submissionTfjs';
import { withinSeconds } from './withinSeconds';

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
  const run = submission[exercise.name];
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
    const { result, violation } = bans.during(banned, () => execute(run as () => unknown, evaluation));
    refused ??= violation;
    // Nothing more is asked of a function that was stopped.
    if (violation !== undefined) return { status: 'crashed', detail: violation.ban };
    const outcome = located(result);
    outcomes.set(id, outcome);
    return outcome;
  };
  const isDone = withinSeconds(limit, () => void askInRounds(exercise, () => answer));
  if (!isDone) {
    abandonEvaluation();
    outcomes.set(running, { status: 'timeout', seconds: limit ?? Infinity });
  }
  if (refused !== undefined) {
    return {
      status: 'not-run',
      problem: { status: 'forbidden-call', call: refused.ban, place: locateInStack(refused.stack), through: [] },
    };
  }
  return { status: 'answered', outcomes, durationMs: 0 };
}

function located(outcome: Outcome): Outcome {
  if (outcome.status !== 'threw') return outcome;
  return { ...outcome, error: { ...outcome.error, place: locateInStack(outcome.error.stack) } };
}
