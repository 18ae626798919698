/** The worker of the page: answers one request after the other. */
import { Engine } from './Engine';
import type { Numbered, PackedCourse, Report } from './messages';
import { unpack } from './unpack';

// V8 keeps ten frames by default, which tfjs alone can use up.
Error.stackTraceLimit = 100;

let engine: Promise<Engine> | undefined;
let current = 0;

const report = (one: Report): void => postMessage(one);

async function start({ checks, digits }: PackedCourse): Promise<Engine> {
  return new Engine({
    checks: async (assignment) => unpack(checks[assignment] ?? new Uint8Array()),
    digits: (await unpack(digits)).trimEnd().split('\n'),
    evaluate: (text) => {
      const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      try {
        importScripts(address);
      } finally {
        URL.revokeObjectURL(address);
      }
    },
    running: (exercise, evaluation, seconds) =>
      report({ status: 'running', id: current, exercise, evaluation, seconds }),
  });
}

declare function importScripts(address: string): void;

async function answer({ id, request }: Numbered): Promise<void> {
  if (engine === undefined) throw new Error('the first message brings the course');
  try {
    const started = await engine;
    current = id;
    report({ status: 'answered', id, answer: await started.answer(request) });
  } catch (error) {
    report({ status: 'failed', id, message: String(error) });
  }
}

let last = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<PackedCourse | Numbered>) => {
  if ('checks' in data) engine = start(data);
  else last = last.then(() => answer(data));
});
