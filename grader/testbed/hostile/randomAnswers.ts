import fc from 'fast-check';
import { isArrayValue, isRecordValue, sizeOf, TensorValue, Unsendable, type Value } from '../../execution/values';
import type { PlannedEvaluation } from '../../pipeline/checks';
import { decodeResponse } from '../../pipeline/sandbox/decodeResponse';
import { encodeResponse } from '../../pipeline/sandbox/protocol';
import type { Exercise, Observation, Outcome } from '../../pipeline/types';

export const honest: Observation = {
  leakedTensors: 0,
  kernels: 0,
  changedInputs: [],
  disposedInputs: [],
  returnedInputs: [],
  callbackCalls: [],
};

/** The outcome after encoding and decoding, as the grader receives it. */
export function transmit(outcome: Outcome): Outcome {
  const { header, payload } = encodeResponse(1, { status: 'outcome', outcome });
  const numbers = Float64Array.from(payload.flatMap((chunk) => Array.from(chunk)));
  const { response } = decodeResponse({ header: JSON.parse(JSON.stringify(header)) as unknown, payload: numbers });
  if (response.status !== 'outcome') throw new Error('an outcome was not decoded as one');
  return response.outcome;
}

/** The correct answer to an evaluation, as far as known. */
export function rightValues(exercise: Exercise, { id, evaluation }: PlannedEvaluation): readonly Value[] {
  if (evaluation.kind === 'differences') {
    const { length } = evaluation.shifts.rows;
    return [new TensorValue([length / 2], 'float32', new Float64Array(length / 2).fill(1))];
  }
  const expected = exercise.cases.find((one) => one.id === id)?.expected;
  if (expected?.status === 'returned') return expected.values;
  return evaluation.calls.map(() => 1);
}

/** A copy of a value with changed tensors and numbers. */
export function mapValue(value: Value, tensor: (one: TensorValue) => Value, number: (one: number) => Value): Value {
  if (typeof value === 'number') return number(value);
  if (value instanceof TensorValue) return tensor(value);
  if (typeof value !== 'object') return value;
  if (isArrayValue(value)) return value.map((item) => mapValue(item, tensor, number));
  if (!isRecordValue(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, mapValue(item, tensor, number)]));
}

const specialNumbers = [NaN, Infinity, -Infinity, -0, 1e308, 5e-324, 2 ** 53, 0.1];
const numbers = fc.oneof(fc.constantFrom(...specialNumbers), fc.double(), fc.integer({ min: -3, max: 9 }));
const dtypes = fc.constantFrom('float32', 'int32', 'bool', 'complex64', 'string');
const tensors = fc
  .record({ shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), dtype: dtypes, fill: numbers })
  .map(({ shape, dtype, fill }): Value => {
    const size = dtype === 'string' ? 0 : sizeOf(shape);
    return new TensorValue(shape, dtype, new Float64Array(size).fill(fill));
  });
const anything = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    tensors,
    numbers,
    fc.constantFrom<Value>(undefined, true, 'text', '', new Unsendable('a Promise')),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('loss', 'dW', 'w', 'train', '__proto__', 'length', '0'), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

type Change = (right: readonly Value[]) => readonly Value[];
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>((right) => right),
  numbers.map(
    (number): Change =>
      (right) =>
        right.map((one) => mapValue(one, filled(number), () => number)),
  ),
  fc.constant<Change>((right) => right.map((one) => mapValue(one, flattened, (number) => number))),
  fc.constant<Change>((right) => right.map((one) => mapValue(one, asText, String))),
  fc.array(anything, { maxLength: 3 }).map(
    (values): Change =>
      () =>
        values,
  ),
  anything.map(
    (value): Change =>
      (right) =>
        right.map(() => value),
  ),
);
const filled =
  (number: number) =>
  (tensor: TensorValue): Value =>
    new TensorValue(tensor.shape, tensor.dtype, new Float64Array(tensor.values.length).fill(number));
const flattened = ({ dtype, values }: TensorValue): Value => new TensorValue([values.length], dtype, values);
const asText = ({ shape }: TensorValue): Value => new TensorValue(shape, 'string', new Float64Array(0));

const paths = fc.array(fc.constantFrom('0', '1.m', '9', '', 'x.y.z', '-1'), { maxLength: 3 });
const observations: fc.Arbitrary<Observation> = fc.record({
  leakedTensors: fc.constantFrom(0, 1, 2 ** 53 - 1),
  kernels: fc.constantFrom(0, 7, 2 ** 53 - 1),
  changedInputs: paths,
  disposedInputs: paths,
  returnedInputs: paths,
  callbackCalls: fc.array(
    fc.record({
      name: fc.constantFrom('sgd', 'f', ''),
      arguments: fc.array(anything, { maxLength: 3 }),
      result: anything,
    }),
    { maxLength: 4 },
  ),
});
const text = fc.constantFrom('', 'NotImplementedError', 'softmax', '\u001b]0;x\u0007', '\u202e');
export type Answer = (right: readonly Value[]) => Outcome;

/** Random answers: honest and changed values, errors, timeouts and crashes. */
export const answers: fc.Arbitrary<Answer> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(changes, fc.oneof(fc.constant(honest), observations)).map(
      ([change, observed]) =>
        (right: readonly Value[]): Outcome =>
          transmit({ status: 'returned', values: change(right), observed }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ name: text, message: text, exercise: fc.option(text, { nil: undefined }), stack: text })
      .map((error) => (): Outcome => transmit({ status: 'threw', error: { ...error, place: undefined } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Outcome>({ status: 'timeout', seconds: 1 }, { status: 'memory' }, { status: 'crashed', detail: '' })
      .map((outcome) => (): Outcome => outcome),
  },
);
