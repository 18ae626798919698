import { Worker } from 'node:worker_threads';
import { maxJudgingSeconds } from '../class/batch';

/** Runs beside, since judging keeps this thread busy. SIGKILL: nothing else ends a process from a thread of it. */
const watcher = `
  const { parentPort, workerData } = require('node:worker_threads');
  const late = () => {
    require('node:fs').writeSync(2, workerData.message + '\\n');
    process.kill(process.pid, 'SIGKILL');
  };
  let timer = setTimeout(late, workerData.ms);
  parentPort.on('message', () => timer.refresh());
`;
const signsPerLimit = 10;

/**
 * Ends this process, with a sentence, where it is silent for so long: only judging keeps it from giving signs, and a
 * judgement takes tenths of a second. In a class a lane is ended, and the assignment gets a verdict (Note [Judging]).
 *
 * @returns ends it
 */
export function limitJudging(what: string, seconds = maxJudgingSeconds): () => void {
  const message =
    `grader: judging what ${what} returned took more than ${seconds} s, so that it was ended and nothing is graded; ` +
    '`grader batch`, on the folder that it lies in, gives every other assignment its score and says which one it is';
  const thread = new Worker(watcher, { eval: true, workerData: { message, ms: seconds * 1_000 } });
  thread.unref();
  const sign = setInterval(() => thread.postMessage(''), (seconds * 1_000) / signsPerLimit);
  sign.unref();
  return () => {
    clearInterval(sign);
    void thread.terminate();
  };
}
