import { describeError, executeAsync, UnsettledPromise } from '../../execution';
import { askInRoundsAsync, type ExerciseRun, type PlannedEvaluation } from '../../pipeline/checks';
import type { Exercise, Outcome } from '../../pipeline/types';
import { Asking } from './Asking';
import type { Realm } from './Realm';
import { functionOf, limitOf, notRun, type Functions } from './runExercise';

/** The async version of `runExercise`. */
export async function runExerciseAsync(
  exercise: Exercise,
  submission: Functions,
  seconds: number | undefined,
  realm: Pick<Realm, 'bans' | 'locate' | 'before'>,
): Promise<ExerciseRun> {
  const run = functionOf(exercise, submission);
  if (typeof run !== 'function') return notRun(run, submission);
  const limit = limitOf(exercise, seconds);
  const asking = new Asking(exercise, realm);
  const controller = new AbortController();
  const isIdle = idleness();
  let stopped: Outcome | undefined;
  const stop = (): void => {
    const unsettled = new UnsettledPromise();
    stopped = isIdle()
      ? { status: 'threw', error: describeError(unsettled) }
      : { status: 'timeout', seconds: limit ?? Infinity };
    controller.abort(unsettled);
  };
  const timer = limit === undefined ? undefined : setTimeout(stop, limit * 1000);
  const evaluate = async ({ evaluation }: PlannedEvaluation): Promise<Outcome> => {
    // It is not called again after its time limit.
    const outcome = stopped ?? (await executeAsync(run as () => unknown, evaluation, controller.signal));
    return stopped ?? outcome;
  };
  const answer = async (asked: PlannedEvaluation): Promise<Outcome> =>
    asking.known(asked) ?? asking.take(asked, await realm.bans.duringAsync(asking.banned, () => evaluate(asked)));
  try {
    await askInRoundsAsync(exercise, () => answer);
  } finally {
    clearTimeout(timer);
    realm.bans.rest();
  }
  return asking.run;
}

/** A waiting process uses at most this share of CPU time. */
const maxShare = 0.25;

/** Whether this process has mostly waited since then; true if unknown. */
function idleness(): () => boolean {
  const node = globalThis.process as NodeJS.Process | undefined;
  const begin = performance.now();
  const before = node?.cpuUsage();
  return () => {
    if (node === undefined || before === undefined) return true;
    const { user, system } = node.cpuUsage(before);
    return user + system < maxShare * 1000 * (performance.now() - begin);
  };
}
