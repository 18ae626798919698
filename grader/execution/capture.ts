import * as tf from '../precision/tfjs';
import { fieldsOf, isPlain } from './fieldsOf';
import { setField, sizeOf, TensorValue, Unsendable, type Value } from './values';

const deepestNesting = 12;
/** More would not fit into an answer. */
const maxEntries = 100_000;

/** The fields and indices that lead to a value, last first: most paths are never turned into text. */
export type Path = { readonly last: string; readonly before: Path; readonly length: number } | undefined;

/** A path as text, from its first field. */
export function pathText(path: Path): string {
  if (path === undefined) return '';
  return path.before === undefined ? path.last : `${pathText(path.before)}.${path.last}`;
}

/**
 * Converts anything a function returned to plain data. What can't be data becomes an `Unsendable` that describes it.
 */
export function capture(thing: unknown, onTensor: (tensor: tf.Tensor) => void = () => undefined): Value {
  return captureAt(thing, 0, onTensor);
}

function captureAt(thing: unknown, depth: number, onTensor: (tensor: tf.Tensor) => void): Value {
  if (thing === undefined || typeof thing === 'number' || typeof thing === 'boolean' || typeof thing === 'string')
    return thing;
  if (thing === null) return new Unsendable('null');
  if (typeof thing !== 'object')
    return new Unsendable(typeof thing === 'function' ? 'a function' : `a ${typeof thing}`);
  if (thing instanceof tf.Tensor) {
    if (thing.isDisposed) return new Unsendable('a disposed tensor');
    onTensor(thing as tf.Tensor);
    return readTensor(thing as tf.Tensor);
  }
  const closed = whyClosed(thing, depth);
  if (closed !== undefined) return new Unsendable(closed);
  if (Array.isArray(thing)) return Array.from(thing, (item: unknown) => captureAt(item, depth + 1, onTensor));
  // `number[]` is how we type a list of numbers; tfjs returns typed arrays for it.
  if (isTypedArray(thing)) return Array.from(thing);
  const fields: Record<string, Value> = {};
  for (const [field, item] of fieldsOf(thing)) setField(fields, field, captureAt(item, depth + 1, onTensor));
  return fields;
}

/** Visits each live tensor that `capture` would, without reading any values. */
export function visitTensors(thing: unknown, onTensor: (tensor: tf.Tensor, path: Path) => void, path?: Path): void {
  if (typeof thing !== 'object' || thing === null) return;
  if (thing instanceof tf.Tensor) {
    if (!thing.isDisposed) onTensor(thing as tf.Tensor, path);
    return;
  }
  const depth = path?.length ?? 0;
  if (whyClosed(thing, depth) !== undefined || isTypedArray(thing)) return;
  for (const [last, item] of fieldsOf(thing))
    if (typeof item === 'object') visitTensors(item, onTensor, { last, before: path, length: depth + 1 });
}

/** Describes an object that `capture` does not look into; undefined if it does. */
function whyClosed(thing: object, depth: number): string | undefined {
  if (depth >= deepestNesting) return 'an object nested too deeply';
  if (Array.isArray(thing)) return thing.length > maxEntries ? `an array of ${thing.length} entries` : undefined;
  if (typeof (thing as { then?: unknown }).then === 'function') {
    // Returning a promise is the finding; its rejection must not surface as an error of an unrelated test.
    if (thing instanceof Promise) thing.catch(() => undefined);
    return 'a Promise';
  }
  if (isTypedArray(thing)) return thing.length > maxEntries ? `an array of ${thing.length} entries` : undefined;
  const { length } = Object.keys(thing);
  if (length > maxEntries) return `an object of ${length} fields`;
  // A class instance is read by its fields, as TypeScript types it; one without any stores its data elsewhere.
  const isOpaque =
    thing instanceof tf.TensorBuffer || (length === 0 && !isPlain(thing) && fieldsOf(thing).length === 0);
  return isOpaque ? descriptionOf(thing) : undefined;
}

type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

function isTypedArray(thing: object): thing is TypedArray {
  return ArrayBuffer.isView(thing) && !(thing instanceof DataView) && typeof (thing as TypedArray)[0] !== 'bigint';
}

function readTensor(tensor: tf.Tensor): Value {
  const { shape, dtype } = tensor;
  // Neither has numbers that a check could read; the data type alone is the finding.
  if (dtype === 'string') return new TensorValue([...shape], dtype, new Float64Array(0));
  if (dtype === 'complex64') return new TensorValue([...shape], dtype, new Float64Array(sizeOf(shape)));
  const values = new Float64Array(tensor.dataSync());
  if (values.length !== sizeOf(shape)) return new Unsendable('a tensor whose shape and values do not belong together');
  return new TensorValue([...shape], dtype, values);
}

function descriptionOf(thing: object): string {
  // What a generator function returns has an object for a constructor.
  const { constructor, next } = thing as { constructor?: { name?: unknown }; next?: unknown };
  if (typeof constructor?.name === 'string' && constructor.name !== '') return `a ${constructor.name}`;
  return typeof next === 'function' ? 'a generator' : 'an unknown object';
}
