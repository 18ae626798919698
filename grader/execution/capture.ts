import * as tf from '../precision/tfjs';
import { sizeOf, TensorValue, Unsendable, type Value } from './values';

const deepestNesting = 12;
/** More would not fit into an answer. */
const maxEntries = 100_000;

/** What a tensor is captured as. */
type ReadTensor = (tensor: tf.Tensor) => Value;

/** How things are captured, and who is to know of tensors that are met on the way. */
interface Captor {
  /** Called with each live tensor met. */
  readonly onTensor: (tensor: tf.Tensor, path: Path) => void;
  readonly read: ReadTensor;
}

/** The fields and indices that lead to a thing, the last first: most are never asked for. */
export type Path = { readonly last: string; readonly before: Path; readonly length: number } | undefined;

/** A path as text, from its first field. */
export function pathText(path: Path): string {
  if (path === undefined) return '';
  return path.before === undefined ? path.last : `${pathText(path.before)}.${path.last}`;
}

/** Whatever a function returned, as plain data. What can't be data becomes an `Unsendable` that says what it is. */
export function capture(thing: unknown, onTensor: Captor['onTensor'] = () => undefined): Value {
  return captureAt(thing, undefined, { onTensor, read: readTensor });
}

/** Goes through what `capture` goes through, and reads no numbers. */
export function visitTensors(thing: unknown, onTensor: Captor['onTensor']): void {
  captureAt(thing, undefined, { onTensor, read: () => undefined });
}

function captureAt(thing: unknown, path: Path, captor: Captor): Value {
  if (thing === undefined || typeof thing === 'number' || typeof thing === 'boolean' || typeof thing === 'string')
    return thing;
  if (thing === null) return new Unsendable('null');
  if (typeof thing !== 'object')
    return new Unsendable(typeof thing === 'function' ? 'a function' : `a ${typeof thing}`);
  if (thing instanceof tf.Tensor) return captureTensor(thing as tf.Tensor, path, captor);
  const depth = path?.length ?? 0;
  if (depth >= deepestNesting) return new Unsendable('an object nested too deeply');
  const captureItem = (item: unknown, last: string | number): Value =>
    typeof item === 'number' ? item : captureAt(item, { last: String(last), before: path, length: depth + 1 }, captor);
  if (Array.isArray(thing)) {
    if (thing.length > maxEntries) return new Unsendable(`an array of ${thing.length} entries`);
    return Array.from(thing, captureItem);
  }
  if (typeof (thing as { then?: unknown }).then === 'function') {
    // That it is one is the finding; how it ends must not become an error that no test is about.
    if (thing instanceof Promise) thing.catch(() => undefined);
    return new Unsendable('a Promise');
  }
  // `number[]` is how a list of numbers is typed, and one that tfjs gives is a typed array.
  if (isTypedArray(thing)) {
    if (thing.length > maxEntries) return new Unsendable(`an array of ${thing.length} entries`);
    return Array.from(thing);
  }
  const { length } = Object.keys(thing);
  if (length > maxEntries) return new Unsendable(`an object of ${length} fields`);
  // An instance of a class is read as TypeScript types it, by its fields; one without any keeps its data elsewhere.
  if ((length === 0 && !isPlain(thing)) || thing instanceof tf.TensorBuffer)
    return new Unsendable(`a ${constructorName(thing)}`);
  return Object.fromEntries(
    Object.entries(thing).map(([field, item]: [string, unknown]) => [field, captureItem(item, field)]),
  );
}

type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

function isTypedArray(thing: object): thing is TypedArray {
  return ArrayBuffer.isView(thing) && !(thing instanceof DataView) && typeof (thing as TypedArray)[0] !== 'bigint';
}

function isPlain(thing: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(thing);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function captureTensor(tensor: tf.Tensor, path: Path, { onTensor, read }: Captor): Value {
  if (tensor.isDisposed) return new Unsendable('a disposed tensor');
  onTensor(tensor, path);
  return read(tensor);
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

function constructorName(thing: object): string {
  const { constructor } = thing as { constructor?: { name?: unknown } };
  return typeof constructor?.name === 'string' && constructor.name !== '' ? constructor.name : 'an unknown object';
}
