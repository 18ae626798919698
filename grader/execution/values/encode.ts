import { decode, encode, isCount, type Encoded, type KnownNames, type Reader, type Writer } from './tagged';
import type { Value } from './value';

export type { Encoded, KnownNames } from './tagged';

/** Encodes a value as JSON, numbers in decimal; NaN and infinities as strings. */
export function encodeJson(value: Value): Encoded {
  return encode(value, jsonWriter);
}

/** @throws if `encoded` is not output of `encodeJson`, or uses an unknown name */
export function decodeJson(encoded: unknown, names: KnownNames = {}): Value {
  return decode(encoded, { ...trusted, get: numbersInJson, getOne: numberInJson, names });
}

/** Encodes a value in a form that V8 serializes fast and exactly: numbers stay in binary. */
export function encodeBinary(value: Value): Encoded {
  return encode(value, binaryWriter);
}

/** @throws if `encoded` is not output of `encodeBinary`, or uses an unknown name */
export function decodeBinary(encoded: unknown, names: KnownNames = {}): Value {
  return decode(encoded, { ...trusted, get: numbersInBinary, getOne: numberInBinary, names });
}

/** Encodes values of one message as JSON parts and the numbers they point to, which are appended to `payload`. */
export function wireWriter(payload: Float64Array[]): (value: Value) => Encoded {
  let length = payload.reduce((sum, chunk) => sum + chunk.length, 0);
  const put = (values: Float64Array): number => {
    const at = length;
    payload.push(values);
    length += values.length;
    return at;
  };
  const writer: Writer = { put, namesData: false };
  return (value) => encode(value, writer);
}

/**
 * Reads the values of one message. In total they use at most the numbers that came with it: otherwise a short text
 * could reference the same numbers many times and fill the reader's memory.
 *
 * @param options.maxCost - limit for all values together, see `costOf`
 * @param options.clean - sanitizes texts, including field names
 * @returns a function that throws if a JSON part is malformed or points outside the payload, or values are too large
 */
export function wireReader(
  payload: Float64Array,
  {
    names = {},
    maxCost = Infinity,
    clean = asItIs,
  }: Partial<Pick<Reader, 'names' | 'clean'>> & { readonly maxCost?: number } = {},
): (encoded: unknown) => Value {
  let left = payload.length;
  let affordable = maxCost;
  const spend = (cost: number): void => {
    affordable -= cost;
    if (!(affordable >= 0)) throw new Error('an answer is larger than any right one');
  };
  const get = (stored: unknown, count: number): Float64Array => {
    if (!isCount(stored) || stored + count > payload.length) throw new Error('a value points outside its payload');
    left -= count;
    if (left < 0) throw new Error('a value points where others do: outside its own numbers');
    return payload.slice(stored, stored + count);
  };
  const getOne = (stored: unknown): number => {
    const number = isCount(stored) ? payload[stored] : undefined;
    if (number === undefined) throw new Error('a value points outside its payload');
    left -= 1;
    if (left < 0) throw new Error('a value points where others do: outside its own numbers');
    return number;
  };
  const reader: Reader = { get, getOne, spend, clean, names };
  return (encoded) => decode(encoded, reader);
}

const asItIs = (text: string): string => text;
const trusted = { spend: () => undefined, clean: asItIs };

const jsonWriter: Writer = {
  put: (values) => Array.from(values, (value) => (Number.isFinite(value) ? value : String(value))),
  namesData: true,
};

function numbersInJson(stored: unknown, count: number): Float64Array {
  if (!Array.isArray(stored) || stored.length !== count) throw new Error(`expected ${count} numbers`);
  return Float64Array.from(stored, (item: unknown) => {
    if (typeof item === 'number') return item;
    if (item === 'NaN' || item === 'Infinity' || item === '-Infinity') return Number(item);
    throw new Error('expected a number');
  });
}

const numberInJson = (stored: unknown): number => numbersInJson(stored, 1)[0] ?? NaN;

// Most arguments are single numbers, for which an array would be a waste.
const binaryWriter: Writer = {
  put: (values) => (values.length === 1 ? values[0] : values),
  namesData: true,
};

function numbersInBinary(stored: unknown, count: number): Float64Array {
  const numbers = typeof stored === 'number' ? Float64Array.of(stored) : stored;
  if (!isFloat64Array(numbers) || numbers.length !== count) throw new Error(`expected ${count} numbers`);
  return numbers;
}

const numberInBinary = (stored: unknown): number => numbersInBinary(stored, 1)[0] ?? NaN;

// Checked without `instanceof`: values that V8 deserializes belong to the main realm.
function isFloat64Array(value: unknown): value is Float64Array {
  return Object.prototype.toString.call(value) === '[object Float64Array]';
}
