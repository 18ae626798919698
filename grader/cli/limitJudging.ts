import { Worker } from 'node:worker_threads';
import { maxJudgingSeconds } from '../class/batch';

/**
 * Runs in a thread of its own, because judging blocks the main thread. Only SIGKILL ends a process from a worker
 * thread.
 */
const watcher = `
  const { parentPort, workerData } = require('node:worker_threads');
  const late = () => {
    require('node:fs').writeSync(2, workerData.message + '\\n');
    process.kill(process.pid, 'SIGKILL');
  };
  let timer = setTimeout(late, workerData.ms);
  parentPort.on('message', () => timer.refresh());
`;
const heartbeatsPerLimit = 10;

/**
 * Ends this process with a message if its main thread is blocked for too long: only judging blocks it, and a judgement
 * takes tenths of a second. In a batch only the lane is ended, and the assignment gets a verdict (Note [Judging]).
 *
 * @returns stops the limit
 */
export function limitJudging(what: string, seconds = maxJudgingSeconds): () => void {
  const message =
    `grader: judging what ${what} returned took more than ${seconds} s, so it was stopped and nothing is graded; ` +
    'run `grader batch` on the parent folder to score the other assignments and find out which one it is';
  const thread = new Worker(watcher, { eval: true, workerData: { message, ms: seconds * 1_000 } });
  thread.unref();
  const heartbeat = setInterval(() => thread.postMessage(''), (seconds * 1_000) / heartbeatsPerLimit);
  heartbeat.unref();
  return () => {
    clearInterval(heartbeat);
    void thread.terminate();
  };
}
