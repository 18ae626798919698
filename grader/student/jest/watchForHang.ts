import { Worker } from 'node:worker_threads';

/**
 * `async` functions and timers run after the call that started them, so that no limit on calls stops them, and a
 * process in an endless loop can say nothing itself: this thread does, and ends it.
 */
const thread = `
const { writeSync } = require('node:fs');
const { milliseconds, message } = require('node:worker_threads').workerData;
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
writeSync(2, message);
process.kill(process.pid, 'SIGKILL');
`;

/**
 * Ends the process with a message, unless what was started so far lets others have their turn within so many seconds.
 *
 * @returns to be called next, with nothing else in between: resolves once all had their turn
 */
export function watchForHang(seconds: number, message: string): () => Promise<void> {
  const worker = new Worker(thread, { eval: true, workerData: { milliseconds: seconds * 1000, message } });
  worker.unref();
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await worker.terminate();
  };
}
