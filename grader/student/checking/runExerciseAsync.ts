import { describeError, executeAsync, UnsettledPromise } from '../../execution';
import { askInRoundsAsync, type ExerciseRun, type PlannedEvaluation } from '../../pipeline/checks';
import type { Exercise, Outcome } from '../../pipeline/types';
import { Asking } from './Asking';
import type { Realm } from './Realm';
import { functionOf, limitOf, notRun, type Functions } from './runExercise';

/** The same as `runExercise`, of an exercise whose answers are awaited. */
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
    // When its time is over, it is not called any more.
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

/** Of a process that waits this share of the time is spent at most. */
const maxShare = 0.25;

/** Whether this process has mostly waited since. Where that can't be known, it has. */
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
