import * as tf from '../../precision/tfjs';
import { labels, tensor } from '../course/spec/values';
import type { Finding } from '../types';
import { Unsendable, type Value } from '../../execution/values';
import { compareValues } from './compareValues';
import { caseOf, judgeFunction, referenceOf } from './testing';

/** The finding on a function that should return `expected`, or a record with it as `field`. */
function diagnose(expected: Value, run: () => unknown, field?: string): Finding | undefined {
  const whole = field === undefined ? expected : { [field]: expected };
  const result = judgeFunction(referenceOf(field, ['one']), [caseOf('one', [1], whole)], run);
  expect(result.status).toBe(result.finding === undefined ? 'passed' : 'failed');
  return result.finding;
}

const matrix = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const right = (): tf.Tensor => tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);

describe('a reference check', () => {
  it('should pass a correct result with additional fields', () => {
    expect(diagnose(matrix, right)).toBeUndefined();
    expect(diagnose(matrix, () => ({ loss: right(), extra: 7 }), 'loss')).toBeUndefined();
  });

  it.each([
    ['a number', () => 3, 'the number 3'],
    ['undefined', () => undefined, 'undefined'],
    ['a Promise', () => Promise.resolve(right()), 'a Promise'],
    ['an array', () => [1, 2], 'an array of 2'],
    ['null', () => null, 'null'],
    ['text', () => 'six', "'six'"],
    ['a record', () => ({ loss: 1 }), 'an object with the fields loss'],
    ['a function', () => right, 'a function'],
    ['a Map', () => new Map(), 'a Map'],
    ['a buffer', () => tf.buffer([2]), 'a TensorBuffer'],
    ['a list of tensors', () => [right(), right()], 'an array of 2 tensors'],
    ['an instance of a class', () => new Result(right()), 'an object with the fields loss'],
    ['a disposed tensor', () => tf.tidy(() => void (leaked = right())) ?? leaked, 'a disposed tensor'],
  ])('should report that %s is not a tensor', (_what, run, got) => {
    expect(diagnose(matrix, run)).toEqual({ id: 'not-a-tensor', path: '', got });
  });

  it.each([
    ['a tensor', () => tf.scalar(3), 'a rank-0 tensor'],
    ['text', () => '3', "'3'"],
    ['a boolean', () => true, 'true'],
    ['undefined', () => undefined, 'undefined'],
  ])('should report that %s is not a number', (_what, run, got) => {
    expect(diagnose(3, run)).toEqual({ id: 'not-a-number', path: '', got });
  });

  it('should report which field is missing', () => {
    expect(diagnose(matrix, () => ({ lose: right() }), 'loss')).toEqual({
      id: 'missing-field',
      path: 'loss',
      fields: ['lose'],
    });
    expect(diagnose(matrix, right, 'loss')).toEqual({
      id: 'not-a-record',
      expectedFields: ['loss'],
      got: 'a (2, 3) tensor',
    });
    // Inherited properties don't count: every object has a constructor.
    expect(diagnose(matrix, () => ({}), 'constructor')).toEqual({
      id: 'missing-field',
      path: 'constructor',
      fields: [],
    });
  });

  it('should compare nested records', () => {
    const state = { m: tensor([1]), t: 1 };
    expect(diagnose(state, () => ({ state: { m: tf.tensor1d([1]) } }), 'state')).toEqual({
      id: 'missing-field',
      path: 'state.t',
      fields: ['m'],
    });
    expect(diagnose(state, () => ({ state: { m: tf.tensor1d([1]), t: 2 } }), 'state')).toMatchObject({
      id: 'values-differ',
      path: 'state.t',
    });
  });

  it('should report a wrong shape, and an empty tensor as empty', () => {
    expect(diagnose(matrix, () => right().transpose())).toEqual({
      id: 'wrong-shape',
      path: '',
      expected: [2, 3],
      got: [3, 2],
    });
    expect(diagnose(matrix, () => tf.zeros([0, 3]))).toEqual({ id: 'empty', path: '', expected: [2, 3], got: [0, 3] });
    expect(diagnose([1, 2], () => [1])).toEqual({ id: 'wrong-length', path: '', expected: 2, got: 1 });
    expect(diagnose([1, 2], () => 1)).toEqual({
      id: 'wrong-kind',
      path: '',
      expected: 'an array of 2',
      got: 'the number 1',
    });
  });

  it('should accept results as TypeScript types them', () => {
    expect(diagnose(matrix, () => new Result(right()), 'loss')).toBeUndefined();
    expect(
      diagnose({ m: tensor([1]), t: 2 }, () => ({ state: new State(tf.tensor1d([1]), 2) }), 'state'),
    ).toBeUndefined();
    expect(diagnose([1, 2], () => Float32Array.of(1, 2))).toBeUndefined();
    expect(diagnose([1, 2], () => Int32Array.of(1, 2))).toBeUndefined();
    expect(diagnose([1, 2], () => BigInt64Array.of(1n, 2n))).toMatchObject({ id: 'wrong-kind' });
  });

  it('should accept whole numbers as int32 and float32, and no other mixed dtypes', () => {
    const classes = labels([0, 2]);
    expect(diagnose(classes, () => tf.tensor1d([0, 2], 'float32'))).toBeUndefined();
    expect(diagnose(classes, () => tf.tensor1d([0, 1.5], 'float32'))).toMatchObject({
      id: 'wrong-dtype',
      expected: 'int32',
      got: 'float32',
    });
    expect(diagnose(classes, () => tf.tensor1d([0, 1], 'bool'))).toMatchObject({ id: 'wrong-dtype', got: 'bool' });
    expect(diagnose(tensor([0, 2]), () => tf.tensor1d([0, 2], 'int32'))).toBeUndefined();
    expect(diagnose(tensor([0, 2]), () => tf.tensor1d([0, 3], 'int32'))).toMatchObject({ id: 'values-differ' });
    expect(diagnose(tensor([0.5, 2]), () => tf.tensor1d([0, 2], 'int32'))).toEqual({
      id: 'wrong-dtype',
      path: '',
      expected: 'float32',
      got: 'int32',
      valuesDiffer: true,
    });
    expect(diagnose(tensor([0, 1]), () => tf.tensor1d([0, 1], 'bool'))).toMatchObject({ valuesDiffer: false });
    expect(diagnose(tensor([1, 1]), () => tf.tensor1d([0, 1], 'bool'))).toMatchObject({ valuesDiffer: true });
    expect(diagnose(tensor([0, 2]), () => tf.tensor1d(['0', '2'], 'string'))).toMatchObject({
      id: 'wrong-dtype',
      got: 'string',
    });
  });

  it.each([NaN, Infinity, -Infinity])('should report the position of %d', (value) => {
    expect(diagnose(matrix, () => tf.tensor2d([1, 2, 3, 4, value, value], [2, 3]))).toEqual({
      id: 'not-finite',
      path: '',
      got: value,
      index: [1, 1],
      count: 2,
      total: 6,
    });
    expect(diagnose(3, () => value)).toMatchObject({ id: 'not-finite', got: value, total: 1 });
    // Labels can come as a float tensor; the problem is the NaN.
    expect(diagnose(labels([0, 1]), () => tf.tensor1d([0, value]))).toMatchObject({ id: 'not-finite', index: [1] });
  });

  it('should accept NaN as a number only if the reference is NaN by convention', () => {
    expect(diagnose(NaN, () => NaN)).toBeUndefined();
    // The finding is not that a finite number was expected.
    expect(diagnose(NaN, () => Infinity)).toMatchObject({ id: 'values-differ', expected: NaN });
    expect(diagnose(-Infinity, () => Infinity)).toMatchObject({ id: 'values-differ' });
    expect(diagnose(-Infinity, () => 5)).toMatchObject({ id: 'values-differ' });
  });

  it('should report the worst element with its index and count those that differ', () => {
    // 5 and 7 for 4 and 6: ‖(0,0,0,−1,0,−1)‖ = √2, ‖a‖ = √91, ‖b‖ = √(1+4+9+25+25+49) = √113
    expect(diagnose(matrix, () => tf.tensor2d([1, 2, 3, 5, 5, 7], [2, 3]))).toMatchObject({
      id: 'values-differ',
      expected: 4,
      got: 5,
      index: [1, 0],
      count: 2,
      total: 6,
      relativeError: expect.closeTo(Math.SQRT2 / (Math.sqrt(91) + Math.sqrt(113)), 9) as number,
      threshold: 1e-9,
      step: undefined,
    });
  });

  it('should report differing texts and booleans by value', () => {
    expect(diagnose('perfect', () => 'wrong')).toEqual({
      id: 'wrong-kind',
      path: '',
      expected: "'perfect'",
      got: "'wrong'",
    });
    expect(diagnose(true, () => false)).toEqual({ id: 'wrong-kind', path: '', expected: 'true', got: 'false' });
  });

  it('should report the error of the worst element if the norm is too large to show it', () => {
    // The norm's error is 1e-10/(1+1) = 5e-11, below 1e-9; the element's own is 1e-10/(1e-10 + 2e-10).
    expect(diagnose(tensor([1, 1e-10]), () => tf.tensor1d([1, 2e-10]))).toMatchObject({
      relativeError: expect.closeTo(1 / 3, 6) as number,
    });
  });

  it('should check in the order structure, shape, dtype, finite, values', () => {
    const whole = labels([1, 2]);
    const faults: readonly [string, () => unknown][] = [
      ['not-a-record', () => 5],
      ['missing-field', () => ({})],
      ['not-a-tensor', () => ({ y: [NaN, NaN, NaN] })],
      ['wrong-shape', () => ({ y: tf.tensor1d([NaN, 0.5, 9]) })],
      ['wrong-dtype', () => ({ y: tf.tensor1d([NaN, 0.5]) })],
      ['not-finite', () => ({ y: tf.tensor1d([NaN, 9]) })],
      ['values-differ', () => ({ y: tf.tensor1d([1, 9]) })],
    ];
    expect(faults.map(([, run]) => diagnose(whole, run, 'y')?.id)).toEqual(faults.map(([id]) => id));
  });

  it('should report what was thrown, or which neighbour is still to do', () => {
    expect(diagnose(3, () => fail('NotImplementedError', 'biasCorrection'))).toEqual({
      id: 'needs-neighbour',
      neighbour: 'biasCorrection',
    });
    expect(diagnose(3, () => fail('TypeError'))).toMatchObject({ id: 'throws', error: { name: 'TypeError' } });
  });

  it('should not pass if the process returns fewer results than requested', () => {
    const context = { comparison: { rule: 'standard' }, scale: 1, step: undefined } as const;
    expect(compareValues([matrix], [], '', context).finding).toEqual({
      id: 'wrong-length',
      path: '',
      expected: 1,
      got: 0,
    });
    expect(compareValues(matrix, new Unsendable('a Promise'), '', context).finding).toMatchObject({
      id: 'not-a-tensor',
    });
  });
});

let leaked: tf.Tensor;

class Result {
  constructor(readonly loss: tf.Tensor) {}
}

class State {
  constructor(
    readonly m: tf.Tensor,
    readonly t: number,
  ) {}
}

function fail(name: string, exercise?: string): never {
  throw Object.assign(new Error('no'), { name, ...(exercise === undefined ? {} : { exercise }) });
}
