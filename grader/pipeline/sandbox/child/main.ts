/**
 * The process that runs one submission: it receives code, function names and inputs, and answers with raw values. It
 * never has expected values, references or points, and needs no files.
 */
import * as tf from '../../../precision/tfjs';
import { startupSnapshot } from 'node:v8';
import { compileFunction } from 'node:vm';
import * as descent from '../../../descent';
import { Unsendable, type Callback } from '../../../execution/values';
import { describeError, execute, executeAsync, returned, type Outcome } from '../../../execution';
import { encodeFrame, type FrameLimits } from '../frame';
import { compileAsUsualWhenLong, compileSparingly } from '../nursery/compilation';
import { nurseryArgument } from '../nursery/messages';
import { openRandomness } from '../nursery/randomness';
import { runNursery } from '../nursery/runNursery';
import { practiceLoss, warmUp } from '../nursery/warming/warmUp';
import { decodeRequest, encodeResponse, limitsOfAnswer, maxCostOf, type Request, type Response } from '../protocol';
import {
  Bans,
  freezeIntrinsics,
  guardTfjs,
  hideEngine,
  restoreIntrinsics,
  type During,
} from '../../../execution/guard';
import { bannedByAny, bansByExercise, type BansByExercise } from './bansByExercise';
import { boundAnswer } from './boundAnswer';
import { closeFileWriters } from './closeFileWriters';
import { hideMachine } from './hideMachine';
import { readFrame, write } from './channel';
import { untilSettled } from './untilSettled';

type Submission = Readonly<Record<string, unknown>>;
type Evaluate = Request & { readonly kind: 'evaluate' };
type Run = (require: (name: string) => unknown, module: { exports: Submission }, exports: Submission) => void;

openRandomness();
freezeIntrinsics();
const bans = new Bans();
const modules: Readonly<Record<string, unknown>> = { '@tensorflow/tfjs': guardTfjs(tf, bans), descent };
hideEngine(tf);
let callbacks: readonly Callback[] = [];
let submission: Submission = {};
let banned: BansByExercise = bansByExercise({});
let awaited: ReadonlySet<string> = new Set();
const nothing: ReadonlySet<string> = new Set();
/** The loaded files, by number. */
const files: Run[] = [];
const parameters = ['require', 'module', 'exports'];
/** Captured at startup: a submission could replace it. */
const exit = process.exit.bind(process);
/** The number of frames that are searched for the student's own line. */
const maxFrames = 100;
/** Requests so far, which number the answers: `ready` is 0. */
let answered = 0;

/** Replaces an answer that is larger than the grader would read: its check then fails and says why. */
const unreadable: Response = {
  status: 'outcome',
  outcome: returned([new Unsendable('an answer larger than any right one')]),
};

/**
 * Serves one grader until it closes the pipe, or forks processes that do.
 *
 * @param known - the curriculum's callbacks, used in inputs
 */
export function startChild(known: readonly Callback[]): void {
  callbacks = known;
  // The startup snapshot contains everything loaded up to here; a process started from it continues with `main`.
  if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(main);
  else main();
}

function main(): void {
  // V8's default of ten frames is used up by tfjs's own. Set here, since a snapshot does not keep it.
  Error.stackTraceLimit = maxFrames;
  const isNursery = process.argv.includes(nurseryArgument);
  // Before a fork locks itself up: setting a process's title is a system call, and work done here is shared by all
  // forks.
  hideMachine();
  closeFileWriters();
  if (isNursery)
    runNursery({ warmUp: () => warmUp((frame) => respond(1, decodeRequest(frame, [practiceLoss]))), serve });
  else serveCold();
}

function serveCold(): void {
  compileSparingly();
  // Timers left by a submission must not keep the process alive after the last request.
  void serve(compileAsUsualWhenLong())?.then(() => exit(0));
}

function serve(onAnswer: () => void): Promise<void> | undefined {
  files.length = 0;
  write(encodeSmall(0, { status: 'ready' }));
  return answerAll(onAnswer);
}

/** Synchronous up to the first awaited answer; from there on in Node's event loop. */
function answerAll(onAnswer: () => void): Promise<void> | undefined {
  for (;;) {
    const going = answerNext();
    if (going === 'over') return undefined;
    if (going !== 'answered') return answerRest(going, onAnswer);
    onAnswer();
  }
}

async function answerRest(first: Promise<void>, onAnswer: () => void): Promise<void> {
  await first;
  onAnswer();
  await answerAll(onAnswer);
}

// A separate function, so that no reference to a case survives while waiting for the next frame.
function answerNext(): 'over' | 'answered' | Promise<void> {
  const frame = readFrame();
  if (frame === undefined) return 'over';
  answered += 1;
  const request = decodeRequest(frame, callbacks);
  if (request.kind === 'evaluate' && awaited.has(request.exercise)) return answerLater(answered, request);
  write(respond(answered, request));
  return 'answered';
}

function respond(id: number, request: Request): Buffer {
  return encodeSmall(id, answer(request), limitsOfAnswer(request));
}

async function answerLater(id: number, request: Evaluate): Promise<void> {
  const { exercise, evaluation } = request;
  const found = await bans.duringAsync(banned[exercise] ?? nothing, () =>
    untilSettled((signal) => executeAsync(intact(submission[exercise]), evaluation, signal, restoreIntrinsics)),
  );
  // The submission's own jobs may have run since.
  restoreIntrinsics();
  write(encodeSmall(id, responseTo(request, found), limitsOfAnswer(request)));
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
    const run = intact(submission[request.exercise]);
    return responseTo(
      request,
      bans.during(banned[request.exercise] ?? nothing, () => execute(run, request.evaluation)),
    );
  }
  try {
    bans.banAtRest();
    banned = bansByExercise(request.banned);
    awaited = new Set(request.awaited);
    // Releases the names of the file's variables.
    tf.disposeVariables();
    // Read once, here: a getter must not run where nothing is banned.
    submission = { ...load(request.file) };
    const exports = Object.fromEntries(Object.keys(submission).map((name) => [name, typeof submission[name]]));
    return { status: 'loaded', exports };
  } catch (error) {
    return { status: 'failed', error: describeError(error) };
  } finally {
    restoreIntrinsics();
    bans.banAtRest(bannedByAny(banned));
  }
}

/** A submission's function, after each call of which the built-ins are what they were. */
function intact(run: unknown): (...args: unknown[]) => unknown {
  return (...args) => {
    try {
      return (run as (...given: unknown[]) => unknown)(...args);
    } finally {
      restoreIntrinsics();
    }
  };
}

function responseTo({ evaluation }: Evaluate, found: During<Outcome>): Response {
  // Catching the error in the submission changes nothing.
  if (found.violation !== undefined) return { status: 'forbidden', ...found.violation };
  return { status: 'outcome', outcome: boundAnswer(found.result, maxCostOf(evaluation)) };
}

function load(file: string | number): Submission {
  // The grader searches stacks for this `filename` to find the student's own line.
  const run =
    typeof file === 'number' ? files[file] : (compileFunction(file, parameters, { filename: 'submission.js' }) as Run);
  if (run === undefined) throw new Error(`no file ${file} was loaded`);
  const module: { exports: Submission } = { exports: {} };
  run(requireModule, module, module.exports);
  if (typeof file === 'string') files[files.length] = run;
  return module.exports;
}

function requireModule(name: string): unknown {
  const module = modules[name];
  if (module === undefined)
    throw new Error(`a submission may import @tensorflow/tfjs, descent and files of its own, not ${name}`);
  return module;
}
