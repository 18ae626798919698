import type { Ban, Evaluation, Outcome, ThrownError } from '../types';
import { TensorValue, wireReader, wireWriter, type Callback, type Value } from '../../execution/values';
import { encodeFrame, longestHeader, longestPayload, type Frame, type FrameLimits } from './frame';

/** What the grader asks of the process that runs a submission. */
export type Request =
  /**
   * `file` is code, or the number of a file that was loaded before: that is run again, and keeps nothing of what it was.
   * `banned` says by exercise what may not be called, and `awaited` whose answers are awaited.
   */
  | {
      readonly kind: 'load';
      readonly file: string | number;
      readonly banned: Readonly<Record<string, readonly Ban[]>>;
      readonly awaited?: readonly string[];
    }
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
