/** The data types of tfjs tensors. In double precision `float32` holds float64 values under its old name. */
export type DataType = 'float32' | 'int32' | 'bool' | 'complex64' | 'string';

/** A tensor as plain data: `shape`, `dtype`, and its values in row-major order. */
export class TensorValue {
  constructor(
    readonly shape: readonly number[],
    readonly dtype: DataType,
    readonly values: Float64Array,
  ) {}
}

/** Where a tensor of the course's own data comes from: a name that staff and students can look up, and parameters. */
export interface DataSource {
  readonly name: string;
  readonly parameters: ValueRecord;
}

/** A tensor of the course's own data: like any other tensor, but written to a file as its source. */
export class DataTensor extends TensorValue {
  constructor(
    readonly source: DataSource,
    { shape, dtype, values }: TensorValue,
  ) {
    super(shape, dtype, values);
  }
}

/**
 * A function that an exercise can receive, created from plain parameters in each process, so that the submission's
 * process and the reference's compute the same. See `defineCallback`.
 */
export interface Callback {
  readonly name: string;
  /**
   * `scalar`: from a tensor to a number, for numerical differentiation.
   * `bowl`: the gradient w ↦ curvatures ⊙ (w − center), whose level lines pictures draw.
   */
  readonly role?: 'scalar' | 'bowl' | undefined;
  make(parameters: ValueRecord): (...args: never[]) => unknown;
}

/** A function argument. It is sent as its callback's name, which both processes know, and its parameters. */
export class CallbackValue {
  constructor(
    readonly callback: Callback,
    readonly parameters: ValueRecord,
  ) {}

  get name(): string {
    return this.callback.name;
  }
}

/**
 * Placeholder, in the arguments of a later call of a case, for (a field of) what the previous call returned; with
 * `through`, for that function's result on it, such as the gradient at the weights that were reached.
 */
export class PreviousResult {
  constructor(
    readonly path: readonly string[],
    readonly through?: CallbackValue,
  ) {}
}

/**
 * A value that can't be sent as data, described in words that complete "returned …": `a Promise`, `a disposed tensor`.
 */
export class Unsendable {
  constructor(readonly description: string) {}
}

export interface ValueRecord {
  readonly [field: string]: Value;
}

/** Everything that can be an argument or a result: only these values cross between the two processes. */
export type Value =
  | number
  | string
  | boolean
  | undefined
  | TensorValue
  | CallbackValue
  | PreviousResult
  | Unsendable
  | readonly Value[]
  | ValueRecord;

export function isArrayValue(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isRecordValue(value: Value): value is ValueRecord {
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof TensorValue) &&
    !(value instanceof CallbackValue) &&
    !(value instanceof PreviousResult) &&
    !(value instanceof Unsendable)
  );
}

/** Sets a field of a record, whatever its name: assigning `__proto__` would change the prototype instead. */
export function setField<T>(record: Record<string, T>, field: string, value: T): void {
  if (field !== '__proto__') record[field] = value;
  else Object.defineProperty(record, field, { value, writable: true, configurable: true, enumerable: true });
}

/** The value at `path`, or undefined if the path does not exist. */
export function valueAt(value: Value, path: readonly string[]): Value {
  let current = value;
  for (const step of path) {
    if (isArrayValue(current)) current = current[Number(step)];
    else if (isRecordValue(current) && Object.hasOwn(current, step)) current = current[step];
    else return undefined;
  }
  return current;
}

/** The same, by a path as findings write it, such as `state.m` or `gradients[2].dW`. */
export function valueAtPath(value: Value, path: string): Value {
  return valueAt(value, path.match(/[^.[\]]+/g) ?? []);
}

/** Every tensor inside a value, depth first, with its path. */
export function* tensorsIn(
  value: Value,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; tensor: TensorValue }> {
  if (value instanceof TensorValue) yield { path, tensor: value };
  else if (isArrayValue(value)) {
    for (const [index, item] of value.entries()) yield* tensorsIn(item, [...path, String(index)]);
  } else if (isRecordValue(value)) {
    for (const [field, item] of Object.entries(value)) yield* tensorsIn(item, [...path, field]);
  }
}

/** Number of elements of a tensor of this shape; 1 for rank 0. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Multi-dimensional index of a flat one, row-major. */
export function indexOf(flat: number, shape: readonly number[]): readonly number[] {
  return shape.map((length, axis) => Math.floor(flat / sizeOf(shape.slice(axis + 1))) % length);
}
