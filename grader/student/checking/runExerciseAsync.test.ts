import { Bans, guardTfjs } from '../../execution/guard';
import { caseOf, exerciseOf, referenceOf } from '../../pipeline/checks/testing';
import { tensor } from '../../pipeline/course/spec/values';
import type { Exercise } from '../../pipeline/types';
import * as tf from '../../precision/tfjs';
import { runExerciseAsync } from './runExerciseAsync';

const ids = ['public/one', 'public/two'];
const exercise: Exercise = {
  ...exerciseOf({
    name: 'half',
    arguments: ['x'],
    cases: [caseOf('public/one', [tensor([2])], tensor([1])), caseOf('public/two', [tensor([4])], tensor([2]))],
    checks: [referenceOf(undefined, ids)],
  }),
  async: true,
  forbidden: ['tensor.softmax'],
};
const bans = new Bans();
guardTfjs(tf, bans);
const realm = { bans, locate: () => undefined };

const runOf = (half: unknown, seconds?: number) => runExerciseAsync(exercise, { half }, seconds, realm);
const half = (x: tf.Tensor): tf.Tensor => tf.tidy(() => x.div(2));

// CPU usage of this process, independent of other load.
const cpuUsage = jest.spyOn(process, 'cpuUsage');
afterEach(() => cpuUsage.mockReset());

describe('runExerciseAsync', () => {
  it('should run it on all cases, one after the other', async () => {
    const run = await runOf(async (x: tf.Tensor) => {
      await tf.nextFrame();
      return half(x);
    });
    expect(run.status === 'answered' && [...run.outcomes.keys()]).toEqual(ids);
    expect(run.status === 'answered' && run.outcomes.get('public/two')).toMatchObject({ values: [tensor([2])] });
  });

  it('should recognise a todo, a missing export and a value that is not a function', async () => {
    const error = Object.assign(new Error(), { name: 'NotImplementedError', exercise: 'half' });
    const todo = await runOf(() => Promise.reject(error));
    expect(todo.status === 'answered' && [...todo.outcomes]).toMatchObject([['public/one', { status: 'threw' }]]);
    expect(await runExerciseAsync(exercise, {}, 1, realm)).toMatchObject({ problem: { status: 'missing-export' } });
    expect(await runOf([half])).toMatchObject({ problem: { status: 'not-a-function', got: 'object' } });
    expect(await runOf(5)).toMatchObject({ problem: { status: 'not-a-function', got: 'number' } });
  });

  it('should report a promise that never resolves, and not call the function again', async () => {
    cpuUsage.mockReturnValue({ user: 0, system: 0 });
    const never = jest.fn(() => new Promise(() => undefined));
    const run = await runOf(never, 0.3);
    const unsettled = { status: 'threw', error: { name: 'UnsettledPromise' } };
    expect(run.status === 'answered' && [...run.outcomes.values()]).toMatchObject([unsettled, unsettled]);
    expect(never).toHaveBeenCalledTimes(1);
  });

  it('should end a function that computes for too long between awaits', async () => {
    cpuUsage.mockReturnValue({ user: 600e6, system: 0 });
    let isOver = false;
    const busy = async (): Promise<void> => {
      while (!isOver) await tf.nextFrame();
    };
    const run = await runOf(busy, 0.3);
    isOver = true;
    expect(run.status === 'answered' && run.outcomes.get('public/one')).toEqual({ status: 'timeout', seconds: 0.3 });
  });

  it('should reject a forbidden call after an await, even if its error is caught', async () => {
    const run = await runOf(async (x: tf.Tensor) => {
      await tf.nextFrame();
      try {
        return x.softmax();
      } catch {
        return half(x);
      }
    });
    expect(run).toMatchObject({ problem: { status: 'forbidden-call', call: 'tensor.softmax', through: [] } });
    // Nothing is banned afterwards.
    expect(() => tf.tidy(() => tf.tensor1d([1]).softmax())).not.toThrow();
  });
});
