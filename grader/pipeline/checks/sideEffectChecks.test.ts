import { tensor } from '../course/spec/values';
import * as tf from '../../precision/tfjs';
import type { Check, CheckResult } from '../types';
import type { Value } from '../../execution/values';
import { caseOf, judgeFunction } from './testing';

const on = (kind: 'input' | 'leak' | 'kernels', cases: readonly string[]): Check => ({
  id: `exercise.${kind}`,
  kind,
  points: 1,
  cases,
});
const names = ['w', 'state', 'options'];
const inputs: readonly Value[] = [tensor([1, 2]), { m: tensor([3, 4]), t: 1 }, { learningRate: 0.1 }];

type Step = (w: tf.Tensor, state: { m: tf.Tensor; t: number }, options: { learningRate: number }) => unknown;
const judgeStep = (kind: 'input' | 'leak', run: Step): CheckResult =>
  judgeFunction(on(kind, ['one']), [caseOf('one', inputs, 0)], run, names);

describe('inputCheck', () => {
  it('should pass a pure function', () => {
    expect(judgeStep('input', (w, { m }) => ({ w: w.add(m), m: m.clone() })).status).toBe('passed');
    // Sharing data inside tfjs is fine.
    expect(judgeStep('input', (w) => w.reshape([2, 1])).status).toBe('passed');
  });

  it.each<[string, Step, string, string[]]>([
    ['disposes a tensor', (w) => (w.dispose(), 1), 'input-disposed', ['w']],
    ['disposes a tensor in a record', (_w, { m }) => (m.dispose(), 1), 'input-disposed', ['state.m']],
    ['returns the very tensor', (w) => w, 'input-returned', ['w']],
    ['returns it within the result', (_w, state) => ({ state }), 'input-returned', ['state.m']],
    ['changes a number of a record', (_w, state) => ((state.t += 1), 1), 'input-changed', ['state.t']],
    ['changes a tensor of a record', (w, state) => ((state.m = w.add(1)), 1), 'input-changed', ['state.m']],
    ['writes into a tensor', (w) => ((w.dataSync()[0] = 9), 1), 'input-changed', ['w']],
  ])('should report a function that %s', (_what, run, id, named) => {
    expect(judgeStep('input', run)).toMatchObject({
      status: 'failed',
      finding: { id, inputs: named },
      failingCase: { id: 'one' },
    });
  });
});

describe('leakCheck', () => {
  it('should pass if only the result stays allocated', () => {
    expect(judgeStep('leak', (w) => tf.tidy(() => w.add(1).mul(2))).status).toBe('passed');
    expect(judgeStep('leak', () => 3).status).toBe('passed');
  });

  it('should count the tensors that stay besides the result', () => {
    // w + 1 and its double stay, the sum is returned.
    expect(judgeStep('leak', (w) => w.add(1).mul(2).sum())).toMatchObject({
      status: 'failed',
      finding: { id: 'leaks', tensors: 2 },
    });
  });
});

describe('kernelsCheck', () => {
  const cases = [caseOf('large', [tensor([1, 2, 3, 4, 5, 6])], 0), caseOf('small', [tensor([1, 2])], 0)];
  const judgeKernels = (run: (x: tf.Tensor1D) => unknown, ids = ['small', 'large']): CheckResult =>
    judgeFunction(on('kernels', ids), cases, run);
  const byRows = (x: tf.Tensor1D): tf.Tensor => tf.stack(tf.unstack(x).map((row) => row.add(1)));

  it('should pass operations on whole tensors', () => {
    expect(judgeKernels((x) => x.add(1).sum()).status).toBe('passed');
  });

  it('should fail a loop over the data', () => {
    const result = judgeKernels(byRows);
    expect(result).toMatchObject({ status: 'failed', failingCase: { id: 'large' }, finding: { id: 'kernels-grow' } });
  });

  it('should fail a loop over numbers read out of a tensor, which runs no kernel', () => {
    const loops = [
      (x: tf.Tensor1D) => tf.tensor1d(x.arraySync().map((value) => value + 1)),
      (x: tf.Tensor1D) => tf.tensor1d(Array.from(x.dataSync(), (value) => value + 1)),
      (x: tf.Tensor1D) => tf.tensor1d(Array.from(x.bufferSync().values, (value) => value + 1)),
    ];
    for (const loop of loops) expect(judgeKernels(loop)).toMatchObject({ finding: { small: 2, large: 6 } });
  });

  it('should allow reading a single number', () => {
    expect(judgeKernels((x) => x.mul(x.max().arraySync() as number)).status).toBe('passed');
  });

  it('should not decide on a single case', () => {
    expect(judgeKernels(byRows, ['large'])).toMatchObject({ status: 'skipped', finding: { reason: 'no-cases' } });
  });
});

describe('checks of side effects', () => {
  it.each(['input', 'leak', 'kernels'] as const)('should never let %s pass without cases or on an error', (kind) => {
    const cases = [caseOf('one', inputs, 0), caseOf('two', inputs, 0)];
    expect(judgeFunction(on(kind, []), cases, () => 1).status).toBe('skipped');
    const thrower = (): never => {
      throw new Error('no');
    };
    expect(judgeFunction(on(kind, ['one', 'two']), cases, thrower)).toMatchObject({
      status: 'failed',
      finding: { id: 'throws' },
    });
  });
});
