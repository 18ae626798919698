import fc from 'fast-check';
import { returned } from '../../execution';
import { TensorValue } from '../../execution/values';
import { encodeFrame, FrameReader, type Frame } from './frame';
import { decodeResponse } from './decodeResponse';
import { encodeResponse, limitsOfAnswer, type Response } from './protocol';

const { observed } = returned([]);
const numbers = Float64Array.from({ length: 1000 }, (_, index) => index);

function outcomeWith(values: unknown, seen: object = observed, payload = numbers): Response {
  return decodeResponse({
    header: { id: 1, status: 'outcome', outcome: { status: 'returned', values, observed: seen } },
    payload,
  }).response;
}

describe("an answer that tries to fill the reader's memory", () => {
  const whole = ['t', [1000], 'float32', 0];

  it('should be refused if values share numbers', () => {
    expect(() => outcomeWith([whole])).not.toThrow();
    expect(() => outcomeWith([whole, whole])).toThrow('outside its own numbers');
    expect(() => outcomeWith([['a', Array.from({ length: 30_000 }, () => whole)]])).toThrow('outside its own numbers');
    const calls = [{ name: 'f', arguments: [['n', 0]], result: ['u'] }];
    expect(() => outcomeWith([whole], { ...observed, callbackCalls: calls })).toThrow('outside its own numbers');
  });

  it('should be truncated if texts are longer than any that is shown', () => {
    const error = { name: 'E', message: 'x'.repeat(500_000), stack: 'y'.repeat(500_000), exercise: 'z'.repeat(10_000) };
    const { response } = decodeResponse({ header: { id: 1, status: 'failed', error }, payload: numbers });
    expect(JSON.stringify(response).length).toBeLessThan(13_000);
  });

  it('should be refused if it claims more than any correct answer has', () => {
    const outcome = (value: unknown, maxCost: number, seen: object = observed): unknown =>
      decodeResponse(
        {
          header: { id: 1, status: 'outcome', outcome: { status: 'returned', values: [value], observed: seen } },
          payload: numbers,
        },
        maxCost,
      );
    const tooLarge = 'larger than any right one';
    // One for a value, 32 for a tensor, and a thousand numbers.
    expect(() => outcome(whole, 1033)).not.toThrow();
    expect(() => outcome(whole, 1032)).toThrow(tooLarge);
    // Small values take memory as well, in units of 8 bytes.
    const thousand = (one: unknown): unknown => ['a', Array.from({ length: 1000 }, () => one)];
    expect(() => outcome(thousand(['t', [0], 'float32', 0]), 33_000)).toThrow(tooLarge);
    expect(() => outcome(thousand(['a', []]), 9_000)).toThrow(tooLarge);
    expect(() => outcome(thousand(['r', []]), 17_000)).toThrow(tooLarge);
    expect(() => outcome(thousand(['s', 'x'.repeat(64)]), 9_000)).toThrow(tooLarge);
    expect(() => outcome(['r', Array.from({ length: 1000 }, (_, index) => [`${index}`, ['u']])], 6_000)).toThrow(
      tooLarge,
    );
    // Texts and empty tensors have no numbers to send: a hundred bytes can claim any number of rows.
    expect(() => outcome(['t', [2e8, 3], 'string', 0], 10_000)).toThrow(tooLarge);
    expect(() => outcome(['t', [2e8, 0], 'float32', 0], 10_000)).toThrow(tooLarge);
    expect(() => outcome(['a', Array.from({ length: 100 }, () => ['u'])], 100)).toThrow(tooLarge);
    expect(() => outcome(['r', [['f'.repeat(64_000), ['u']]]], 1_000)).toThrow(tooLarge);
    const calls = Array.from({ length: 30 }, () => ({ name: 'f', arguments: [['u'], ['u']], result: ['u'] }));
    expect(() => outcome(['u'], 91, { ...observed, callbackCalls: calls })).not.toThrow();
    expect(() => outcome(['u'], 90, { ...observed, callbackCalls: calls })).toThrow(tooLarge);
  });

  it('should be refused for its length alone, before its bytes are buffered', () => {
    const request = { kind: 'evaluate', exercise: 'f', evaluation: { kind: 'calls', calls: [], maxCost: 10 } } as const;
    const limits = limitsOfAnswer(request);
    expect(limits.payload).toBe(80);
    const long = encodeFrame({ id: 1 }, [new Float64Array(11)]).subarray(0, 8);
    expect(() => [...new FrameReader(() => limits).push(long)]).toThrow('longer than any right one');
  });

  it('should be limited to a few short paths of inputs', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `${index}${'<b>'.repeat(30)}`);
    const response = outcomeWith([], { ...observed, changedInputs: many, disposedInputs: many, returnedInputs: many });
    expect(JSON.stringify(response).length).toBeLessThan(12_000);
  });

  it('should cost no more than its bytes, however many chunks it arrives in', () => {
    const bytes = encodeFrame({ id: 1, status: 'ready' }, [new Float64Array(25_000)]);
    const reader = new FrameReader();
    const frames: Frame[] = [];
    // 200,000 chunks of one byte: concatenating at each would copy 2·10¹⁰ bytes, and the test would never end.
    for (let at = 0; at < bytes.length; at += 1) frames.push(...reader.push(bytes.subarray(at, at + 1)));
    expect(frames).toHaveLength(1);
    expect(frames[0]?.payload).toHaveLength(25_000);
  });
});

describe('an answer that imitates something else', () => {
  it('should store names that every object inherits as own fields', () => {
    const header: unknown = JSON.parse(
      '{"id":1,"status":"loaded","exports":{"__proto__":"function","constructor":"function"}}',
    );
    const { response } = decodeResponse({ header: header as object, payload: numbers });
    expect(response).toEqual({
      status: 'loaded',
      exports: Object.fromEntries([
        ['__proto__', 'function'],
        ['constructor', 'function'],
      ]),
    });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('should not read its status from a prototype', () => {
    const header: unknown = JSON.parse('{"id":1,"__proto__":{"status":"ready"}}');
    expect(() => decodeResponse({ header: header as object, payload: numbers })).toThrow('unknown status');
  });

  it('should decode any NaN bits as NaN, never as a hole in an array', () => {
    // A signalling NaN, a negative one, and the bits that V8 marks holes with.
    const bits = [0x7ff0000000000001n, 0xfff8000000000000n, 0xfff7fffffff7ffffn, 0xfff7ffffffffffffn];
    const payload = new Float64Array(BigUint64Array.from(bits).buffer);
    const response = outcomeWith([['t', [4], 'float32', 0]], observed, payload);
    const [value] = (response as { outcome: { values: readonly TensorValue[] } }).outcome.values;
    expect(Array.from(value?.values ?? [])).toEqual([NaN, NaN, NaN, NaN]);
    expect(0 in Array.from(value?.values ?? [])).toBe(true);
  });

  it.each([
    ['a count that is no count', { ...observed, kernels: 1e300 }],
    ['a count that is text', { ...observed, leakedTensors: '0' }],
    ['side effects that are missing', {}],
    ['calls that are none', { ...observed, callbackCalls: [null] }],
    ['calls without a result', { ...observed, callbackCalls: [{ name: 'f', arguments: [] }] }],
  ])('should refuse %s', (_what, seen) => {
    expect(() => outcomeWith([], seen)).toThrow();
  });

  it('should refuse JSON that is nested a hundred thousand levels deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const header: unknown = JSON.parse(
      `{"id":1,"status":"outcome","outcome":{"status":"returned","values":${deep},"observed":{}}}`,
    );
    expect(() => decodeResponse({ header, payload: numbers })).toThrow();
  });
});

describe('an honest answer with bytes changed', () => {
  const honest = encodeResponse(3, {
    status: 'outcome',
    outcome: {
      status: 'returned',
      values: [
        {
          loss: 0.5,
          dW: new TensorValue([2, 3], 'float32', Float64Array.of(1, 2, 3, 4, 5, 6)),
          name: ['a', undefined, true],
        },
      ],
      observed: { ...observed, changedInputs: ['0'], callbackCalls: [{ name: 'f', arguments: [1], result: 2 }] },
    },
  });
  const bytes = encodeFrame(honest.header, honest.payload);

  // A failure prints its seed and path: fc.assert(…, {seed, path}) replays it.
  it('should be read, awaited or refused, with no other effect', () => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    const cut = fc.nat(bytes.length);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.array(cut, { maxLength: 3 }), (changes, cuts) => {
        const changed = Buffer.from(bytes);
        for (const { at, to } of changes) changed[at] = to;
        const places = [0, ...cuts.toSorted((a, b) => a - b), changed.length];
        const reader = new FrameReader();
        const ids: unknown[] = [];
        try {
          for (const [index, end] of places.slice(1).entries())
            for (const frame of reader.push(changed.subarray(places[index], end))) ids.push(decodeResponse(frame).id);
        } catch (error) {
          ids.push((error as Error).message);
        }
        for (const id of ids) expect(typeof id === 'number' || (typeof id === 'string' && id !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
