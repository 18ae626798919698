import fc from 'fast-check';
import { TensorValue } from '../../execution/values';
import { encodeFrame, FrameReader, type Frame } from './frame';
import { decodeResponse } from './decodeResponse';
import { decodeRequest, encodeRequest, encodeResponse, type Message, type Request, type Response } from './protocol';

function sent(message: Message | Buffer): Frame {
  const [frame] = new FrameReader().push('header' in message ? encodeFrame(message.header, message.payload) : message);
  if (frame === undefined) throw new Error('the frame is not whole');
  return frame;
}

const observed = {
  leakedTensors: 1,
  kernels: 2,
  changedInputs: ['0'],
  disposedInputs: [],
  returnedInputs: ['1.m'],
  callbackCalls: [],
};
const returned: Response = {
  status: 'outcome',
  outcome: {
    status: 'returned',
    values: [{ loss: new TensorValue([], 'float32', Float64Array.of(NaN)) }, -0],
    observed,
  },
};
const noNumbers = new Float64Array(0);

describe('requests', () => {
  it.each<Request>([
    { kind: 'load', file: 'exports.f = 1;', banned: { f: ['tf.losses.*', 'tensor.softmax'] } },
    {
      kind: 'evaluate',
      exercise: 'f',
      evaluation: { kind: 'calls', calls: [[1, new TensorValue([2], 'int32', Float64Array.of(3, 4))], ['a']] },
    },
    {
      kind: 'evaluate',
      exercise: 'f',
      evaluation: {
        kind: 'differences',
        arguments: [2, new TensorValue([1], 'float32', Float64Array.of(5))],
        field: 'loss',
        shifts: { argument: 1, by: 'elements', rows: Float64Array.of(0, 5, 0, 5.00001) },
      },
    },
  ])('should survive a round trip: $kind', (request) => {
    expect(decodeRequest(sent(encodeRequest(request)), [])).toEqual(request);
  });
});

describe('decodeResponse', () => {
  it.each<Response>([
    { status: 'ready' },
    { status: 'loaded', exports: { f: 'function' } },
    { status: 'failed', error: { name: 'E', message: 'm', exercise: undefined, stack: 's', place: undefined } },
    returned,
  ])('should decode what an honest process sends: $status', (response) => {
    expect(decodeResponse(sent(encodeResponse(3, response)))).toEqual({ id: 3, response });
  });

  it.each([
    ['no object', []],
    ['no number', { status: 'ready' }],
    ['an unknown status', { id: 1, status: 'score', points: 10 }],
    [
      'a verdict that is the grader’s to give',
      { id: 1, status: 'outcome', outcome: { status: 'timeout', seconds: 1 } },
    ],
    [
      'a value outside its payload',
      { id: 1, status: 'outcome', outcome: { status: 'returned', values: [['n', 0]], observed } },
    ],
    [
      'a shape that is larger than its numbers',
      { id: 1, status: 'outcome', outcome: { status: 'returned', values: [['t', [2 ** 40], 'float32', 0]], observed } },
    ],
    [
      'a negative count',
      {
        id: 1,
        status: 'outcome',
        outcome: { status: 'returned', values: [], observed: { ...observed, leakedTensors: -1 } },
      },
    ],
  ])('should refuse %s', (_what, header) => {
    expect(() => decodeResponse({ header, payload: noNumbers })).toThrow();
  });

  it('should decode or refuse any JSON, with no other effect', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (header, values) => {
        for (const one of [header, { id: 1, status: 'outcome', outcome: { status: 'returned', values, observed } }]) {
          try {
            expect(typeof decodeResponse({ header: one, payload: noNumbers }).id).toBe('number');
          } catch (error) {
            expect((error as Error).message).not.toBe('');
          }
        }
      }),
    );
  });
});
