import { Worker } from 'node:worker_threads';

/**
 * `async` functions and timers run after the call that started them, so no time limit on calls stops them, and a
 * process in an endless loop can't report it: this thread reports it, and ends the process.
 */
const thread = `
const { writeSync } = require('node:fs');
const { milliseconds, message } = require('node:worker_threads').workerData;
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
writeSync(2, message);
process.kill(process.pid, 'SIGKILL');
`;

/**
 * Ends the process with a message if the event loop is blocked for this many seconds by what was started so far.
 *
 * @returns a function to call immediately afterwards; resolves once the event loop has run
 */
export function watchForHang(seconds: number, message: string): () => Promise<void> {
  const worker = new Worker(thread, { eval: true, workerData: { milliseconds: seconds * 1000, message } });
  worker.unref();
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await worker.terminate();
  };
}
