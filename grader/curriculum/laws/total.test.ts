import fc from 'fast-check';
import { labels, tensor } from '../../pipeline/course/spec/values';
import {
  CallbackValue,
  TensorValue,
  Unsendable,
  type DataType,
  type Value,
  type ValueRecord,
} from '../../execution/values';
import { lawNamed } from '../../pipeline/checks/laws';
import { violationOf } from '../../pipeline/checks/testing/violationOf';
import { leastSquares } from '../callbacks/losses';
import { sgd } from '../callbacks/optimizers';
import { laws } from '.';

const rows = Array.from({ length: 4 }, (_, row) => [row, row + 1]);
const split: ValueRecord = {
  x: tensor(rows),
  y: labels([0, 1, 0, 1]),
  fractions: { validation: 0.25, test: 0.25 },
  seed: 3,
};
const batches: ValueRecord = { n: 5, batchSize: 2, seed: 3 };
const training: ValueRecord = {
  x: tensor(rows),
  y: tensor([1, 2, 3, 4]),
  options: {
    step: new CallbackValue(sgd, { learningRate: 1 }),
    loss: new CallbackValue(leastSquares, {}),
    batchSize: 2,
    epochs: 2,
    lambda: 0.5,
    initialW: tensor([[0, 0]]),
    seed: 1,
  },
};

/** Laws with generated inputs, by kind of case. */
const asked = laws.flatMap(({ name }) => {
  if (name.startsWith('split'))
    return [{ name, inputs: split, parameters: name === 'splitSizesBy' ? { rule: 'up' } : {} }];
  if (name.startsWith('batch') && name !== 'batchesKeepLabels') return [{ name, inputs: batches, parameters: {} }];
  return ['batchesKeepLabels', 'epochsReorder', 'epochsTakeEachOnce', 'seedsReorder', 'stepsFollow'].includes(name)
    ? [{ name, inputs: training, parameters: {} }]
    : [];
});

const numbers = fc.oneof(fc.double(), fc.integer({ min: -2, max: 6 }));
const tensors = fc
  .record({
    shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    dtype: fc.constantFrom<DataType>('float32', 'int32', 'bool', 'complex64', 'string'),
    fill: fc.array(numbers, { minLength: 27, maxLength: 27 }),
  })
  .map(({ shape, dtype, fill }): Value => {
    const size = dtype === 'string' ? 0 : shape.reduce((product, length) => product * length, 1);
    return new TensorValue(shape, dtype, Float64Array.from(fill.slice(0, size)));
  });
/** Any decodable answer, often with the fields of a right one. */
const values = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    tensors,
    numbers,
    fc.constantFrom<Value>(undefined, true, 'text', new Unsendable('a Promise')),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('train', 'validation', 'test', 'x', 'y', 'W', 'lossHistory', '__proto__', 'length'),
      tie('value'),
      {
        maxKeys: 4,
      },
    ),
  ),
})).value;
const calls = fc.array(
  fc.record({
    name: fc.constantFrom('sgd', 'leastSquares', 'another'),
    arguments: fc.array(values, { maxLength: 4 }),
    result: values,
  }),
  { maxLength: 8 },
);

describe.each(asked)('the law $name', ({ name, inputs, parameters }) => {
  // A failure prints its seed and path: fc.assert(…, {seed, path}) replays it.
  it('should hold or be broken for any answer', () => {
    const law = lawNamed(laws, name);
    fc.assert(
      fc.property(values, calls, (value, made) => {
        const violation = violationOf(law, { inputs, parameters, run: () => value, callsOf: () => made });
        expect(violation === undefined || typeof violation.where === 'string').toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

it('should process every row of a long answer once', () => {
  // A quadratic law would take too long.
  const long = 200_000;
  const part = {
    x: new TensorValue(
      [long, 2],
      'float32',
      Float64Array.from({ length: 2 * long }, (_, at) => at % 2),
    ),
    y: new TensorValue([long], 'int32', new Float64Array(long)),
  };
  const answer = { train: part, validation: part, test: part };
  expect(violationOf(lawNamed(laws, 'splitKeepsRows'), { inputs: split, run: () => answer })).toBeDefined();
  const places = [Array.from({ length: 100_000 }, (_, place) => place)];
  expect(
    violationOf(lawNamed(laws, 'batchesHoldOnce'), { inputs: { n: 1e5, batchSize: 1e5 }, run: () => places }),
  ).toBeUndefined();
});
