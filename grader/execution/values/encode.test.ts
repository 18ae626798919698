import { serialize } from 'node:v8';
import fc from 'fast-check';
import {
  CallbackValue,
  decodeJson,
  encodeJson,
  PreviousResult,
  TensorValue,
  Unsendable,
  wireReader,
  wireWriter,
  type Callback,
  type Value,
  type ValueRecord,
} from '.';

const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0, Number.MAX_VALUE, Number.MIN_VALUE));
const awkward = ['__proto__', 'constructor', 'toString', 'length', '0'] as const;
const names = fc.oneof(fc.string(), fc.constantFrom(...awkward));
const callbacks = awkward.map((name): Callback => ({ name, make: () => () => 0 }));
const callback = fc.constantFrom(...callbacks);

const tensor = fc.array(fc.nat(3), { maxLength: 4 }).chain((shape) => {
  const size = shape.reduce((product, length) => product * length, 1);
  return fc
    .tuple(
      fc.constantFrom('float32' as const, 'int32' as const, 'bool' as const),
      fc.array(number, { minLength: size, maxLength: size }),
    )
    .map(([dtype, values]) => new TensorValue(shape, dtype, Float64Array.from(values)));
});

const record = (item: fc.Arbitrary<Value>): fc.Arbitrary<ValueRecord> =>
  fc.array(fc.tuple(names, item), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    number,
    fc.string(),
    fc.boolean(),
    fc.constant(undefined),
    tensor,
    fc.array(names).map((path) => new PreviousResult(path)),
    fc
      .tuple(fc.array(names), callback, record(tie('value')))
      .map(([path, through, parameters]) => new PreviousResult(path, new CallbackValue(through, parameters))),
    fc.string().map((description) => new Unsendable(description)),
    fc.array(tie('value'), { maxLength: 4 }),
    record(tie('value')),
    fc.tuple(callback, record(tie('value'))).map(([given, parameters]) => new CallbackValue(given, parameters)),
  ),
})).value;

// A failure prints its seed and path: fc.assert(…, {seed, path}) replays it.
describe('a value', () => {
  it('should survive a round trip through JSON except for the sign of 0', () => {
    fc.assert(
      fc.property(value, (one) =>
        expect(decodeJson(JSON.parse(JSON.stringify(encodeJson(one))), { callbacks })).toEqual(
          withoutNegativeZero(one),
        ),
      ),
    );
  });

  it('should survive a round trip through a frame including the sign of 0', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const payload: Float64Array[] = [];
        const sent: unknown = JSON.parse(JSON.stringify([wireWriter(payload)(one), wireWriter(payload)(other)]));
        const numbers = Float64Array.from(payload.flatMap((chunk) => Array.from(chunk)));
        expect((sent as unknown[]).map((part) => wireReader(numbers, { names: { callbacks } })(part))).toEqual([
          one,
          other,
        ]);
      }),
    );
  });

  // V8 serializes small integers and boxed doubles differently; an array of both would hold doubles.
  it.each([[3], [-7], [0], [2 ** 30], [0.5], [-0], [NaN], [2 ** 53]])(
    'should be stored as V8 stores %p itself',
    (number) => {
      const payload: Float64Array[] = [];
      const encoded = wireWriter(payload)(number);
      expect(serialize(wireReader(payload[0] ?? new Float64Array(0))(encoded))).toEqual(serialize(number));
      expect(serialize(decodeJson(encodeJson(number)))).toEqual(serialize(number));
    },
  );

  it('should not share its numbers with the frame it was read from', () => {
    const payload = Float64Array.of(1, 2);
    const read = wireReader(payload)(['t', [2], 'float32', 0]);
    payload[0] = 9;
    expect(read).toEqual(new TensorValue([2], 'float32', Float64Array.of(1, 2)));
  });

  it('should store a field under any name without side effects', () => {
    const read = decodeJson(
      JSON.parse('["r",[["__proto__",["r",[["polluted",["b",true]]]]],["constructor",["u"]]]]'),
    ) as ValueRecord;
    expect(Object.keys(read)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('hostile JSON', () => {
  const deep = (tag: 'a' | 'r'): unknown => {
    let nested: unknown = ['u'];
    for (let level = 0; level < 5_000; level += 1) nested = tag === 'a' ? ['a', [nested]] : ['r', [['x', nested]]];
    return nested;
  };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'n'],
    ['a record', { 0: 'n' }],
    ['an empty list', []],
    ['an unknown tag', ['x', 1]],
    ['a tag that every object has', ['constructor', 1]],
    ['a tag that is a list', [['n'], 1]],
    ['a text that is none', ['s', { toString: 1 }]],
    ['a boolean that is none', ['b', 'true']],
    ['a tensor of unknown type', ['t', [1], 'float64', 0]],
    ['a tensor with a negative axis', ['t', [-1], 'float32', 0]],
    ['a tensor with a broken axis', ['t', [0.5], 'float32', 0]],
    ['a tensor with an axis in words', ['t', ['2'], 'float32', 0]],
    ['a tensor with an infinite axis', ['t', [Infinity], 'float32', 0]],
    ['a tensor larger than any', ['t', [2 ** 52, 2 ** 52], 'float32', 0]],
    ['a tensor whose size is no number', ['t', [...Array.from({ length: 16 }, () => 2 ** 52), 0], 'float32', 0]],
    ['a tensor of many axes', ['t', Array.from({ length: 100_000 }, () => 1), 'float32', 0]],
    ['a tensor without a shape', ['t', null, 'float32', 0]],
    ['more numbers than there are', ['t', [9], 'float32', 0]],
    ['numbers before the first', ['n', -1]],
    ['numbers at no place', ['n', 0.5]],
    ['numbers at NaN', ['n', null]],
    ['a field without a name', ['r', [[1, ['u']]]]],
    ['a field that is no pair', ['r', ['x']]],
    ['a callback without parameters', ['c', 'name']],
    ['a callback whose parameters are a number', ['c', 'name', ['n', 0]]],
    ['a path of numbers', ['p', [1]]],
    ['a path through a text', ['p', ['w'], ['s', 'name']]],
    ['a description that is a list', ['o', []]],
    ['arrays without end', deep('a')],
    ['records without end', deep('r')],
  ])('should be an error, not a crash: %s', (_what, encoded) => {
    expect(() => wireReader(Float64Array.of(1, 2, 3))(encoded)).toThrow(Error);
    expect(() => decodeJson(encoded)).toThrow(Error);
  });

  it('should produce either a value or an Error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(number), (encoded, payload) => {
        for (const decode of [
          (one: unknown) => decodeJson(one),
          (one: unknown) => wireReader(Float64Array.from(payload))(one),
        ]) {
          try {
            encodeJson(decode(encoded));
          } catch (error) {
            expect((error as Error).message).toMatch(/malformed|expected|unknown|outside/);
          }
        }
      }),
    );
  });
});

function withoutNegativeZero(one: Value): Value {
  const positive = (item: number): number => (item === 0 ? 0 : item);
  if (typeof one === 'number') return positive(one);
  if (one instanceof TensorValue) return new TensorValue(one.shape, one.dtype, one.values.map(positive));
  if (one instanceof CallbackValue)
    return new CallbackValue(one.callback, withoutNegativeZero(one.parameters) as ValueRecord);
  if (one instanceof PreviousResult) {
    return one.through === undefined
      ? one
      : new PreviousResult(one.path, withoutNegativeZero(one.through) as CallbackValue);
  }
  if (Array.isArray(one)) return (one as readonly Value[]).map(withoutNegativeZero);
  if (one === undefined || typeof one !== 'object' || one instanceof Unsendable) return one;
  return Object.fromEntries(
    Object.entries(one).map(([field, item]: [string, Value]) => [field, withoutNegativeZero(item)]),
  );
}
