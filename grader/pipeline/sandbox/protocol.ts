import type { Ban, Evaluation, Observation, Outcome, ThrownError } from '../types';
import { decodeWire, encodeWire, TensorValue, wireReader, type Callback, type Value } from '../../execution/values';
import { sanitize } from '../words/sanitize';
import { encodeFrame, longestHeader, longestPayload, type Frame, type FrameLimits } from './frame';

/** What the grader asks of the process that runs a submission. */
export type Request =
  /** `banned` says by exercise what may not be called. */
  | { readonly kind: 'load'; readonly code: string; readonly banned: Readonly<Record<string, readonly Ban[]>> }
  | { readonly kind: 'evaluate'; readonly exercise: string; readonly evaluation: Evaluation };

/** What that process answers. Every word of it may be forged. */
export type Response =
  /** Its first word, before it has seen any code. */
  | { readonly status: 'ready' }
  | { readonly status: 'loaded'; readonly exports: Readonly<Record<string, string>> }
  | { readonly status: 'failed'; readonly error: ThrownError }
  | { readonly status: 'outcome'; readonly outcome: Outcome }
  /** Something was called that the exercise bans: `ban` is the entry of its list. */
  | { readonly status: 'forbidden'; readonly ban: string; readonly stack: string };

/** Of a stack, which is looked for a place and shown to no one. What is thrown is cut to it on the other side already. */
const longestStack = 4_000;
const maxPaths = 32;
const longestPath = 100;

/** A message before it is put into a frame: JSON and the numbers beside it. */
export interface Message {
  readonly header: unknown;
  readonly payload: readonly Float64Array[];
}

/** How long the answer to a request may be. */
export function limitsOfAnswer(request: Request): FrameLimits {
  if (request.kind === 'load') return { header: longestHeader, payload: 0 };
  const maxCost = maxCostOf(request.evaluation);
  return {
    header: Math.min(longestHeader, headerRoom + headerBytesPerNumber * maxCost),
    payload: Math.min(longestPayload, Float64Array.BYTES_PER_ELEMENT * maxCost),
  };
}

/** For the texts of an error, and for what is observed. */
const headerRoom = 2 ** 17;
const headerBytesPerNumber = 64;

/** What an answer may cost to read: results of differences are one tensor of as many numbers as there are shifts. */
export function maxCostOf(evaluation: Evaluation): number {
  return evaluation.kind === 'calls' ? (evaluation.maxCost ?? Infinity) : evaluation.shifts.rows.length + 16;
}

/**
 * A request as a frame. It has no number of its own: both sides count, so that the same frame serves every submission.
 */
export function encodeRequest(request: Request): Buffer {
  const { header, payload } = requestMessage(request);
  return encodeFrame(header, payload);
}

function requestMessage(request: Request): Message {
  const payload: Float64Array[] = [];
  const value = (one: Value): unknown => encodeWire(one, payload);
  if (request.kind === 'load') return { header: request, payload };
  const { exercise, evaluation } = request;
  if (evaluation.kind === 'calls') {
    const lists = (calls: readonly (readonly Value[])[]): unknown => calls.map((inputs) => inputs.map(value));
    const { calls, apply, maxCost } = evaluation;
    const header = {
      kind: 'calls',
      exercise,
      calls: lists(calls),
      ...(apply === undefined ? {} : { apply: lists(apply) }),
      maxCost,
    };
    return { header, payload };
  }
  const { field, shifts } = evaluation;
  const inputs = evaluation.arguments.map(value);
  // As one tensor: its numbers then travel as they are, and not tagged one by one.
  const rows = value(new TensorValue([shifts.rows.length], 'float32', shifts.rows));
  return {
    header: { kind: 'differences', exercise, inputs, field, argument: shifts.argument, by: shifts.by, rows },
    payload,
  };
}

/** For the submission's process, which may trust the grader. */
export function decodeRequest({ header, payload }: Frame, callbacks: readonly Callback[]): Request {
  const { kind, ...rest } = header as { kind: string } & Record<string, unknown>;
  if (kind === 'load') return { kind, ...(rest as Omit<Request & { kind: 'load' }, 'kind'>) };
  const exercise = rest.exercise as string;
  const value = (encoded: unknown): Value => decodeWire(encoded, payload, { callbacks });
  if (kind === 'calls') {
    const lists = (calls: unknown): readonly (readonly Value[])[] =>
      (calls as unknown[][]).map((inputs) => inputs.map(value));
    const apply = rest.apply === undefined ? undefined : lists(rest.apply);
    const maxCost = rest.maxCost as number | undefined;
    return { kind: 'evaluate', exercise, evaluation: { kind, calls: lists(rest.calls), apply, maxCost } };
  }
  const { values: rows } = value(rest.rows) as TensorValue;
  const shifts = { argument: rest.argument as number, by: rest.by as 'elements' | 'directions', rows };
  const inputs = (rest.inputs as unknown[]).map(value);
  return {
    kind: 'evaluate',
    exercise,
    evaluation: { kind: 'differences', arguments: inputs, field: rest.field as string, shifts },
  };
}

export function encodeResponse(id: number, response: Response): Message {
  const payload: Float64Array[] = [];
  if (response.status !== 'outcome' || response.outcome.status !== 'returned')
    return { header: { id, ...response }, payload };
  const { values, observed } = response.outcome;
  const outcome = {
    status: 'returned',
    values: values.map((one) => encodeWire(one, payload)),
    observed: {
      ...observed,
      callbackCalls: observed.callbackCalls.map(({ name, arguments: args, result }) => ({
        name,
        arguments: args.map((one) => encodeWire(one, payload)),
        result: encodeWire(result, payload),
      })),
    },
  };
  return { header: { id, status: 'outcome', outcome }, payload };
}

/**
 * Reads an answer, trusting nothing in it.
 *
 * @param maxCost - what its values may cost to read
 * @throws if it is not of the form that an honest process sends
 */
export function decodeResponse(
  { header, payload }: Frame,
  maxCost = Infinity,
): { readonly id: number; readonly response: Response } {
  const { id, status, ...rest } = record(header);
  if (typeof id !== 'number') throw new Error('an answer without a number');
  switch (status) {
    case 'ready':
      return { id, response: { status } };
    case 'failed':
      return { id, response: { status, error: thrownError(rest.error) } };
    case 'loaded':
      return { id, response: { status, exports: exportsOf(rest.exports) } };
    case 'forbidden':
      return { id, response: { status, ban: text(rest.ban), stack: stackText(rest.stack) } };
    case 'outcome':
      return {
        id,
        response: { status, outcome: decodeOutcome(rest.outcome, wireReader(payload, { maxCost, clean: sanitize })) },
      };
    default:
      throw new Error('an answer of unknown status');
  }
}

function exportsOf(sent: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record(sent)).map(([name, type]) => [text(name), text(type)]));
}

function decodeOutcome(sent: unknown, read: (encoded: unknown) => Value): Outcome {
  const { status, values, observed, error } = record(sent);
  if (status === 'threw') return { status, error: thrownError(error) };
  // Timeouts, crashes and memory are for this side alone to say.
  if (status !== 'returned') throw new Error('an outcome of unknown status');
  const decoded = list(values).map(read);
  return { status, values: decoded, observed: observation(observed, read) };
}

function observation(observed: unknown, read: (encoded: unknown) => Value): Observation {
  const { leakedTensors, kernels, changedInputs, disposedInputs, returnedInputs, callbackCalls } = record(observed);
  return {
    leakedTensors: count(leakedTensors),
    kernels: count(kernels),
    changedInputs: paths(changedInputs),
    disposedInputs: paths(disposedInputs),
    returnedInputs: paths(returnedInputs),
    callbackCalls: list(callbackCalls).map((call) => {
      const { name, arguments: args, result } = record(call);
      return { name: text(name), arguments: list(args).map(read), result: read(result) };
    }),
  };
}

/** Paths of arguments, `2.m`: no spec has as many, nor as long ones. */
function paths(sent: unknown): readonly string[] {
  return list(sent)
    .slice(0, maxPaths)
    .map((path) => text(path).slice(0, longestPath));
}

function thrownError(error: unknown): ThrownError {
  const { name, message, exercise, stack } = record(error);
  return {
    name: text(name),
    message: text(message),
    exercise: exercise === undefined ? undefined : text(exercise),
    stack: stackText(stack),
    place: undefined,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('expected an object');
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('expected a list');
  return value as readonly unknown[];
}

/** @see Note [Borders] */
function text(value: unknown): string {
  return sanitize(string(value));
}

function stackText(value: unknown): string {
  return string(value).slice(0, longestStack);
}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error('expected text');
  return value;
}

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Error('expected a count');
  return value;
}
