import { UnsettledPromise } from '../../../execution';

/** Captured at startup: a submission may replace them. */
const activeResources = process.getActiveResourcesInfo.bind(process);
const { setTimeout: later, clearTimeout: forget } = globalThis;

/** How often an evaluation that still waits is looked at. */
const lookMs = 20;
/** While its callback runs, the timer of a look is active itself. */
const ownResources = 1;

let uncaught: { readonly error: unknown } | undefined;
let isWatching = false;

/**
 * Runs an evaluation that awaits a submission's promise, and aborts it when nothing in this process can resolve it any
 * longer: with the first uncaught error, if there was one.
 *
 * Node's own event for this, `beforeExit`, comes only after its worker threads have done what they were given: a forked
 * process has none, and would wait forever for Node 26, which gives them its garbage.
 */
export async function untilSettled<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  watch();
  uncaught = undefined;
  const controller = new AbortController();
  const look = (): void => {
    if (activeResources().length <= ownResources) controller.abort(uncaught?.error ?? new UnsettledPromise());
    else timer = later(look, lookMs);
  };
  let timer = later(look, lookMs);
  try {
    return await run(controller.signal);
  } finally {
    forget(timer);
  }
}

// Installed at the first such evaluation: before that, no code of a submission runs on its own.
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  // An uncaught error is not an answer, and the answer may still be correct.
  const keep = (error: unknown): void => void (uncaught ??= { error });
  process.on('uncaughtException', keep);
  process.on('unhandledRejection', keep);
}
