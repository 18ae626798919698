import { costOfField, costOfList, costOfRecord, costOfShape, costOfText } from './costOf';
import {
  CallbackValue,
  DataTensor,
  isArrayValue,
  isRecordValue,
  PreviousResult,
  setField,
  sizeOf,
  TensorValue,
  Unsendable,
  type Callback,
  type DataSource,
  type DataType,
  type Value,
  type ValueRecord,
} from './value';

/**
 * A value in JSON: a tag, then its content. Every value is tagged, so no student's field name can be mistaken for a
 * tag.
 * `n` number · `s` string · `b` boolean · `u` undefined · `t` tensor · `a` array · `r` record · `c` callback · `p`
 * previous result · `o` other · `d` tensor of the course's data, by the name of its source (only in files)
 */
export type Encoded = readonly ['n' | 's' | 'b' | 'u' | 't' | 'a' | 'r' | 'c' | 'p' | 'o' | 'd', ...unknown[]];

/** What names refer to. An unexpected or unknown name is malformed. */
export interface KnownNames {
  /** Finds a tensor of the course's data. @throws if no source has that name */
  readonly findData?: (source: DataSource) => TensorValue;
  readonly callbacks?: readonly Callback[];
}

const dataTypes: ReadonlySet<unknown> = new Set<DataType>(['float32', 'int32', 'bool', 'complex64', 'string']);
const deepestNesting = 16;
const maxAxes = 16;

/** Where a value's numbers go: into the JSON itself, or into a separate payload. */
export interface Writer {
  /** Stores the numbers and returns a reference to them. */
  readonly put: (values: Float64Array) => unknown;
  /** Whether a tensor of the course's data is written as its source rather than its numbers. */
  readonly namesData: boolean;
}

export interface Reader {
  /** Reads `count` numbers. @throws if `stored` does not refer to exactly that many */
  readonly get: (stored: unknown, count: number) => Float64Array;
  /** Reads one number, the most common case. */
  readonly getOne: (stored: unknown) => number;
  /** Adds to the total reading cost, see `costOf`. @throws if the total exceeds the limit */
  readonly spend: (cost: number) => void;
  /** Sanitizes an untrusted text. */
  readonly clean: (text: string) => string;
  readonly names: KnownNames;
}

export function encode(value: Value, writer: Writer): Encoded {
  const { put, namesData } = writer;
  if (value === undefined) return ['u'];
  if (typeof value === 'number') return ['n', put(Float64Array.of(value))];
  if (typeof value === 'string') return ['s', value];
  if (typeof value === 'boolean') return ['b', value];
  if (namesData && value instanceof DataTensor)
    return ['d', value.source.name, encode(value.source.parameters, writer)];
  if (value instanceof TensorValue) return ['t', value.shape, value.dtype, put(value.values)];
  if (value instanceof CallbackValue) return ['c', value.name, encode(value.parameters, writer)];
  if (value instanceof PreviousResult)
    return ['p', value.path, ...(value.through === undefined ? [] : [encode(value.through, writer)])];
  if (value instanceof Unsendable) return ['o', value.description];
  if (isArrayValue(value)) return ['a', value.map((item) => encode(item, writer))];
  return ['r', Object.entries(value).map(([field, item]) => [field, encode(item, writer)])];
}

export function decode(encoded: unknown, reader: Reader, depth = 0): Value {
  const { get, getOne, spend, clean, names } = reader;
  if (!Array.isArray(encoded) || depth > deepestNesting) throw new Error('malformed value');
  const [tag, first, second, third] = encoded as unknown[];
  spend(1);
  switch (tag) {
    case 'u':
      return undefined;
    case 'n':
      return asSmallInteger(getOne(first));
    case 's':
      spend(costOfText(text(first)));
      return clean(text(first));
    case 'b':
      if (typeof first !== 'boolean') throw new Error('expected a boolean');
      return first;
    case 't': {
      const shape = list(first);
      if (shape.length > maxAxes || !shape.every(isCount)) throw new Error('malformed shape');
      if (!isDataType(second)) throw new Error('unknown data type');
      const size = sizeOf(shape);
      if (!isCount(size)) throw new Error('malformed shape');
      spend(costOfShape(shape));
      // A string tensor has no numbers to send.
      return new TensorValue(shape, second, get(third, second === 'string' ? 0 : size));
    }
    case 'a':
      spend(costOfList);
      return list(first).map((item) => decode(item, reader, depth + 1));
    case 'r': {
      spend(costOfRecord);
      const fields: Record<string, Value> = {};
      for (const entry of list(first)) {
        const [field, item] = list(entry);
        spend(costOfField(text(field)));
        setField(fields, clean(text(field)), decode(item, reader, depth + 1));
      }
      return fields;
    }
    case 'c':
      return new CallbackValue(callbackNamed(text(first), names), record(decode(second, reader, depth + 1)));
    case 'd':
      if (names.findData === undefined) throw new Error('malformed value: data are not expected here');
      return names.findData({ name: text(first), parameters: record(decode(second, reader, depth + 1)) });
    case 'p':
      return new PreviousResult(
        list(first).map(text),
        second === undefined ? undefined : callbackValue(decode(second, reader, depth + 1)),
      );
    case 'o':
      spend(costOfText(text(first)));
      return new Unsendable(clean(text(first)));
    default:
      throw new Error('unknown tag');
  }
}

// A submission can replace `Object.is`, and would get other inputs.
const { is } = Object;

/**
 * The same number, stored as V8 stores integers. A whole number read from a Float64Array is a boxed double: as an extent
 * of a tensor, one is enough to discard what V8 has optimized in all of tfjs.
 */
function asSmallInteger(number: number): number {
  const integer = number | 0;
  return is(integer, number) ? integer : number;
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isDataType(value: unknown): value is DataType {
  return dataTypes.has(value);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('expected a string');
  return value;
}

function record(value: Value): ValueRecord {
  if (!isRecordValue(value)) throw new Error('expected a record');
  return value;
}

function callbackNamed(name: string, { callbacks = [] }: KnownNames): Callback {
  const found = callbacks.find((callback) => callback.name === name);
  if (found === undefined) throw new Error(`unknown callback ${name}`);
  return found;
}

function callbackValue(value: Value): CallbackValue {
  if (!(value instanceof CallbackValue)) throw new Error('expected a callback');
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('expected a list');
  return value as unknown[];
}
