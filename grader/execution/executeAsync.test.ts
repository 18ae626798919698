import * as tf from '../precision/tfjs';
import type { Evaluation } from './evaluation';
import { executeAsync, inScope } from './executeAsync';
import { executeOf } from './executeOf';
import { TensorValue } from './values';
import { UnsettledPromise } from './unsettledPromise';

const vector = new TensorValue([2], 'float32', Float64Array.of(1, 2));
const once: Evaluation = { kind: 'calls', calls: [[vector]] };
const never = new AbortController().signal;

/** A function's answer, with an await in between. */
const answerOf = (run: (x: tf.Tensor1D) => unknown, evaluation = once) => executeAsync(run, evaluation, never);

describe('executeAsync', () => {
  it('should use the resolved value and count kernels until it settles', async () => {
    const squares = async (x: tf.Tensor1D): Promise<tf.Tensor> => {
      const first = x.square();
      const [least = 0] = await first.data();
      const result = first.sub(least);
      first.dispose();
      return result;
    };
    // x² − 1: three kernels, two of them after the wait (sub, and the one that creates a tensor from the number).
    const outcome = await answerOf(squares);
    expect(outcome).toMatchObject({
      values: [{ values: Float64Array.of(0, 3) }],
      observed: { leakedTensors: 0, changedInputs: [], disposedInputs: [] },
    });
    expect(outcome.status === 'returned' && outcome.observed.kernels).toBeGreaterThan(1);
  });

  it('should observe tensors leaked, disposed and returned after the wait', async () => {
    const careless = async (x: tf.Tensor1D): Promise<unknown> => {
      await tf.nextFrame();
      x.square();
      x.dispose();
      return 1;
    };
    expect(await answerOf(careless)).toMatchObject({ observed: { leakedTensors: 1, disposedInputs: ['0'] } });
    expect(await answerOf((x) => Promise.resolve(x))).toMatchObject({ observed: { returnedInputs: ['0'] } });
  });

  it('should leave no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await answerOf(async (x) => {
      await tf.nextFrame();
      return { kept: x.square(), lost: x.add(1).mul(2) };
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('should accept plain values and report errors thrown before or after an await', async () => {
    expect(await answerOf(() => 5)).toMatchObject({ values: [5] });
    const fail = (): never => {
      throw new RangeError('no');
    };
    expect(await answerOf(fail)).toMatchObject({ status: 'threw', error: { name: 'RangeError' } });
    expect(await answerOf(() => Promise.resolve().then(fail))).toMatchObject({ error: { name: 'RangeError' } });
  });

  it("should pass the resolved value to the next call and await a returned function's results", async () => {
    const run = (x: number) => Promise.resolve((y: number) => Promise.resolve(x * y));
    const applied: Evaluation = { kind: 'calls', calls: [[2]], apply: [[3], [4]] };
    expect(await executeAsync(run, applied, never)).toMatchObject({ values: [[6, 8]] });
    expect(await answerOf(() => Promise.resolve([Promise.resolve(1)]))).toMatchObject({
      values: [[{ description: 'a Promise' }]],
    });
  });

  it('should abort a wait that never ends and let the next one start', async () => {
    const controller = new AbortController();
    const waiting = executeAsync(() => new Promise(() => undefined), once, controller.signal);
    const next = answerOf(() => 1);
    controller.abort(new UnsettledPromise());
    expect(await waiting).toMatchObject({ status: 'threw', error: { name: 'UnsettledPromise' } });
    expect(await next).toMatchObject({ values: [1] });
    expect(await executeAsync(() => new Promise(() => undefined), once, controller.signal)).toMatchObject({
      error: { name: 'UnsettledPromise' },
    });
  });

  it('should run evaluations one after another and count each separately', async () => {
    const order: string[] = [];
    const run = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await tf.nextFrame();
      order.push(`${name} ends`);
    };
    await Promise.all([inScope(run('a')), executeAsync(run('b'), { kind: 'calls', calls: [[]] }, never)]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('should reject a differences evaluation', async () => {
    const shifts = { argument: 0, by: 'elements', rows: Float64Array.of(0, 1) } as const;
    const evaluation = { kind: 'differences', arguments: [vector], field: 'loss', shifts } as const;
    await expect(executeAsync(() => 1, evaluation, never)).rejects.toThrow('not differentiated');
  });
});

describe('executeOf', () => {
  it('should await only functions of async exercises', async () => {
    const later = (): Promise<number> => Promise.resolve(1);
    expect(await executeOf({ async: true }, later, once)).toMatchObject({ values: [1] });
    expect(executeOf({}, later, once)).toMatchObject({ values: [{ description: 'a Promise' }] });
  });
});
