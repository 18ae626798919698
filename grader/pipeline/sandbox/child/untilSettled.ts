import { UnsettledPromise } from '../../../execution';

let current: AbortController | undefined;
let uncaught: { readonly error: unknown } | undefined;
let isWatching = false;

/**
 * Runs what awaits a submission's promise, and ends the wait when nothing is left in this process that could resolve it:
 * by what was thrown and not caught meanwhile, if anything was.
 */
export async function untilSettled<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  watch();
  uncaught = undefined;
  current = new AbortController();
  return run(current.signal);
}

// From the first such evaluation on: until then nothing of a submission has a turn of its own.
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  // Whoever listens must leave something to do, or Node ends without asking again.
  process.on('beforeExit', () => setImmediate(() => current?.abort(uncaught?.error ?? new UnsettledPromise())));
  // What is thrown by itself is no answer, and may leave the answer right.
  const keep = (error: unknown): void => void (uncaught ??= { error });
  process.on('uncaughtException', keep);
  process.on('unhandledRejection', keep);
}
