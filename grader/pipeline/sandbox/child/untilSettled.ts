import { UnsettledPromise } from '../../../execution';

let current: AbortController | undefined;
let uncaught: { readonly error: unknown } | undefined;
let isWatching = false;

/**
 * Runs an evaluation that awaits a submission's promise, and aborts it when nothing in this process can resolve it any
 * longer: with the first uncaught error, if there was one.
 */
export async function untilSettled<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  watch();
  uncaught = undefined;
  current = new AbortController();
  return run(current.signal);
}

// Installed at the first such evaluation: before that, no code of a submission runs on its own.
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  // A `beforeExit` listener must schedule something, or Node exits without emitting it again.
  process.on('beforeExit', () => setImmediate(() => current?.abort(uncaught?.error ?? new UnsettledPromise())));
  // An uncaught error is not an answer, and the answer may still be correct.
  const keep = (error: unknown): void => void (uncaught ??= { error });
  process.on('uncaughtException', keep);
  process.on('unhandledRejection', keep);
}
