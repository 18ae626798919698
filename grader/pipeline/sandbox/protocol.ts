import type { Ban, Evaluation, Outcome, ThrownError } from '../types';
import { TensorValue, wireReader, wireWriter, type Callback, type Value } from '../../execution/values';
import { encodeFrame, longestHeader, longestPayload, type Frame, type FrameLimits } from './frame';

/** Requests from the grader to the process that runs a submission. */
export type Request =
  /**
   * `file` is code, or the number of a file loaded before, which is run again with fresh state. `banned` lists by
   * exercise what it must not call; `awaited` lists the exercises whose results are awaited.
   */
  | {
      readonly kind: 'load';
      readonly file: string | number;
      readonly banned: Readonly<Record<string, readonly Ban[]>>;
      readonly awaited?: readonly string[];
    }
  | { readonly kind: 'evaluate'; readonly exercise: string; readonly evaluation: Evaluation };

/** Answers of that process. All of it can be forged. */
export type Response =
  /** The first message, sent before any code has arrived. */
  | { readonly status: 'ready' }
  | { readonly status: 'loaded'; readonly exports: Readonly<Record<string, string>> }
  | { readonly status: 'failed'; readonly error: ThrownError }
  | { readonly status: 'outcome'; readonly outcome: Outcome }
  /** The exercise called something banned: `ban` is the entry of its list. */
  | { readonly status: 'forbidden'; readonly ban: string; readonly stack: string };

/** A message before framing: JSON and its numbers. */
export interface Message {
  readonly header: unknown;
  readonly payload: readonly Float64Array[];
}

/** How long the answer to a request can be. */
export function limitsOfAnswer(request: Request): FrameLimits {
  if (request.kind === 'load') return { header: longestHeader, payload: 0 };
  const maxCost = maxCostOf(request.evaluation);
  return {
    header: Math.min(longestHeader, headerRoom + headerBytesPerNumber * maxCost),
    payload: Math.min(longestPayload, Float64Array.BYTES_PER_ELEMENT * maxCost),
  };
}

/** For error texts and observations. */
const headerRoom = 2 ** 17;
const headerBytesPerNumber = 64;

/** Limit on the cost of reading an answer; differences return one tensor with one number per shift. */
export function maxCostOf(evaluation: Evaluation): number {
  return evaluation.kind === 'calls' ? (evaluation.maxCost ?? Infinity) : evaluation.shifts.rows.length + 64;
}

/** A request as a frame. It has no id: both sides count, so the same frame can be sent to every submission. */
export function encodeRequest(request: Request): Buffer {
  const { header, payload } = requestMessage(request);
  return encodeFrame(header, payload);
}

function requestMessage(request: Request): Message {
  const payload: Float64Array[] = [];
  const value = wireWriter(payload);
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
  // As one tensor: its numbers are then sent in binary instead of tagged one by one.
  const rows = value(new TensorValue([shifts.rows.length], 'float32', shifts.rows));
  return {
    header: { kind: 'differences', exercise, inputs, field, argument: shifts.argument, by: shifts.by, rows },
    payload,
  };
}

/** For the submission's process, which can trust the grader. */
export function decodeRequest({ header, payload }: Frame, callbacks: readonly Callback[]): Request {
  const { kind, ...rest } = header as { kind: string } & Record<string, unknown>;
  if (kind === 'load') return { kind, ...(rest as Omit<Request & { kind: 'load' }, 'kind'>) };
  const exercise = rest.exercise as string;
  const value = wireReader(payload, { names: { callbacks } });
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
  const value = wireWriter(payload);
  const outcome = {
    status: 'returned',
    values: values.map(value),
    observed: {
      ...observed,
      callbackCalls: observed.callbackCalls.map(({ name, arguments: args, result }) => ({
        name,
        arguments: args.map(value),
        result: value(result),
      })),
    },
  };
  return { header: { id, status: 'outcome', outcome }, payload };
}
