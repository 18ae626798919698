/**
 * The process that runs one submission: it is sent code, function names and inputs, and answers with raw values.
 * It never holds expected values, references or points, and needs no file.
 */
import * as tf from '../../precision/tfjs';
import { startupSnapshot } from 'node:v8';
import { compileFunction } from 'node:vm';
import * as descent from '../../descent';
import { describeError, execute } from '../execute';
import { decodeRequest, encodeResponse, type Request, type Response } from '../protocol';
import { readFrame, writeFrame } from './channel';
import { freezeIntrinsics, guardTfjs } from './guardTfjs';

type Submission = Readonly<Record<string, unknown>>;

freezeIntrinsics();
const modules: Readonly<Record<string, unknown>> = { '@tensorflow/tfjs': guardTfjs(tf), descent };
let submission: Submission = {};

// A snapshot is taken of all that is loaded up to here; whoever starts it goes on with `serve`.
if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(serve);
else serve();

function serve(): void {
  send(0, { kind: 'ready' });
  for (let frame = readFrame(); frame !== undefined; frame = readFrame()) {
    const { id, request } = decodeRequest(frame);
    send(id, answer(request));
  }
}

function send(id: number, response: Response): void {
  const { header, payload } = encodeResponse(id, response);
  writeFrame(header, payload);
}

function answer(request: Request): Response {
  if (request.kind === 'evaluate') {
    const run = submission[request.exercise];
    return { kind: 'outcome', outcome: execute(run as () => unknown, request.evaluation) };
  }
  try {
    submission = load(request.code);
    const exports = Object.fromEntries(Object.keys(submission).map((name) => [name, typeof submission[name]]));
    return { kind: 'loaded', exports };
  } catch (error) {
    return { kind: 'failed', error: describeError(error) };
  }
}

function load(code: string): Submission {
  const module: { exports: Submission } = { exports: {} };
  // `filename` is what the grader looks for in a stack to find the student's own line.
  const run = compileFunction(code, ['require', 'module', 'exports'], { filename: 'submission.js' }) as (...args: unknown[]) => void;
  run(requireModule, module, module.exports);
  return module.exports;
}

function requireModule(name: string): unknown {
  const module = modules[name];
  if (module === undefined) throw new Error(`a submission may import @tensorflow/tfjs, descent and files of its own, not ${name}`);
  return module;
}
