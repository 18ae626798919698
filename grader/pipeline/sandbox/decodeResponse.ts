import { wireReader, type Value } from '../../execution/values';
import type { Observation, Outcome, ThrownError } from '../types';
import { sanitize } from '../words/sanitize';
import type { Frame } from './frame';
import type { Response } from './protocol';

/** Stacks are searched for a place and never shown. The other side already cuts them to this length. */
const longestStack = 4_000;
const maxPaths = 32;
const longestPath = 100;

/**
 * Decodes an answer, trusting nothing in it.
 *
 * @param maxCost - limit on the cost of reading its values
 * @throws if it is not in the form that an honest process sends
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
  // Only this side reports timeouts, crashes and memory.
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

/** Paths of arguments such as `2.m`: no spec has as many, or as long. */
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
