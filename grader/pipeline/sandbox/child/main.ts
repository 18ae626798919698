/**
 * The process that runs one submission: it is sent code, function names and inputs, and answers with raw values.
 * It never holds expected values, references or points, and needs no file.
 */
import * as tf from '../../../precision/tfjs';
import { startupSnapshot } from 'node:v8';
import { compileFunction } from 'node:vm';
import * as descent from '../../../descent';
import { Unsendable, type Callback } from '../../../execution/values';
import { describeError, execute, returned } from '../../../execution';
import { encodeFrame, type Frame, type FrameLimits } from '../frame';
import { compileAsUsualAfter, compileSparingly } from '../nursery/compilation';
import { nurseryArgument } from '../nursery/messages';
import { openRandomness } from '../nursery/randomness';
import { runNursery } from '../nursery/runNursery';
import { warmUp } from '../nursery/warming/warmUp';
import { decodeRequest, encodeResponse, limitsOfAnswer, maxCostOf, type Request, type Response } from '../protocol';
import { Bans, freezeIntrinsics, guardTfjs } from '../../../execution/guard';
import { boundAnswer } from './boundAnswer';
import { closeFileWriters } from './closeFileWriters';
import { hideMachine } from './hideMachine';
import { readFrame, write } from './channel';

type Submission = Readonly<Record<string, unknown>>;

openRandomness();
freezeIntrinsics();
const bans = new Bans();
const modules: Readonly<Record<string, unknown>> = { '@tensorflow/tfjs': guardTfjs(tf, bans), descent };
let callbacks: readonly Callback[] = [];
let submission: Submission = {};
let banned: ReadonlyMap<string, ReadonlySet<string>> = new Map();
const nothing: ReadonlySet<string> = new Set();
/** A cold process that has computed for so long is likely to go on. */
const longMs = 1_000;
/** As many as are searched for the student's own line. */
const maxFrames = 100;
/** Requests so far, by which answers are numbered: `ready` is 0. */
let answered = 0;

/** Stands for what is larger than the grader would read: its check then fails, and says why. */
const unreadable: Response = {
  status: 'outcome',
  outcome: returned([new Unsendable('an answer larger than any right one')]),
};

/**
 * Serves one grader until it has nothing more to ask, or forks processes that do.
 *
 * @param known - the curriculum's callbacks, which inputs are made of
 */
export function startChild(known: readonly Callback[]): void {
  callbacks = known;
  // A snapshot is taken of all that is loaded up to here; whoever starts it goes on with `main`.
  if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(main);
  else main();
}

function main(): void {
  // Of the ten frames that V8 keeps, tfjs's own use up all. Here, since a snapshot does not keep it.
  Error.stackTraceLimit = maxFrames;
  const isNursery = process.argv.includes(nurseryArgument);
  // Before a fork locks itself up: a process's title is the system's.
  hideMachine();
  if (isNursery) runNursery({ warmUp: () => warmUp((frame) => respond(1, frame)), serve });
  else serveCold();
}

function serveCold(): void {
  compileSparingly();
  serve(compileAsUsualAfter(longMs));
}

function serve(onAnswer: () => void): void {
  closeFileWriters();
  write(encodeSmall(0, { status: 'ready' }));
  while (answerNext()) onAnswer();
}

// A function of its own, so that nothing of a case stays when it is answered: the next frame is waited for without it.
function answerNext(): boolean {
  const frame = readFrame();
  if (frame === undefined) return false;
  answered += 1;
  write(respond(answered, frame));
  return true;
}

function respond(id: number, frame: Frame): Buffer {
  const request = decodeRequest(frame, callbacks);
  return encodeSmall(id, answer(request), limitsOfAnswer(request));
}

function encodeSmall(id: number, response: Response, limits?: FrameLimits): Buffer {
  return encode(id, response, limits) ?? encode(id, unreadable) ?? Buffer.alloc(0);
}

function encode(id: number, response: Response, limits?: FrameLimits): Buffer | undefined {
  try {
    const { header, payload } = encodeResponse(id, response);
    return encodeFrame(header, payload, limits);
  } catch {
    return undefined;
  }
}

function answer(request: Request): Response {
  if (request.kind === 'evaluate') {
    const run = submission[request.exercise];
    const found = bans.during(banned.get(request.exercise) ?? nothing, () =>
      execute(run as () => unknown, request.evaluation),
    );
    // To catch the error changes nothing.
    if (found.violation !== undefined) return { status: 'forbidden', ...found.violation };
    return { status: 'outcome', outcome: boundAnswer(found.result, maxCostOf(request.evaluation)) };
  }
  try {
    // Before any of its code runs, which could replace the methods of arrays.
    banned = new Map(Object.entries(request.banned).map(([exercise, calls]) => [exercise, new Set(calls)]));
    // Read once and for all: a getter must not run where nothing is banned.
    submission = { ...load(request.code) };
    const exports = Object.fromEntries(Object.keys(submission).map((name) => [name, typeof submission[name]]));
    return { status: 'loaded', exports };
  } catch (error) {
    return { status: 'failed', error: describeError(error) };
  }
}

function load(code: string): Submission {
  const module: { exports: Submission } = { exports: {} };
  // `filename` is what the grader looks for in a stack to find the student's own line.
  const run = compileFunction(code, ['require', 'module', 'exports'], { filename: 'submission.js' }) as (
    ...args: unknown[]
  ) => void;
  run(requireModule, module, module.exports);
  return module.exports;
}

function requireModule(name: string): unknown {
  const module = modules[name];
  if (module === undefined)
    throw new Error(`a submission may import @tensorflow/tfjs, descent and files of its own, not ${name}`);
  return module;
}
