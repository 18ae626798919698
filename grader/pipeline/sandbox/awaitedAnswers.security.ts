import { join } from 'node:path';
import { ensureBundles } from '../../bundling/bundles';
import type { Ban, Outcome, Outcomes } from '../types';
import { chooseIsolation } from './isolation';
import { openWarm, type WarmProcesses } from './processes';
import { Sandbox } from './Sandbox';

const root = join(__dirname, '../../..');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];
const isolation = chooseIsolation(childCommand);
const choice = isolation.nursery();
const ways = ['started cold', ...(choice.status === 'available' ? ['forked from a warm process'] : [])];
const banned: readonly Ban[] = ['tf.softmax', 'tf.engine'];

interface AskOptions {
  readonly inputs?: readonly number[];
  readonly secondsPerExercise?: number;
  /** What to tell of an outcome. */
  readonly of?: (outcome: Outcome) => unknown;
}

describe.each(ways)('an answer that is awaited, in a process %s', (way) => {
  let warm: WarmProcesses | undefined;
  beforeAll(async () => {
    if (way !== 'started cold') warm = openWarm(choice, { warmUp: false });
    await warm?.whenOpen;
  });
  afterAll(() => warm?.close());

  /** Calls functions with these bodies one after another, with each of the inputs. */
  async function ask(
    bodies: Readonly<Record<string, string>>,
    { inputs = [1], secondsPerExercise = 600, of = brief }: AskOptions = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    const names = Object.keys(bodies);
    const functions = names.map((name) => `exports.${name} = ${bodies[name]};`);
    const code = `const tf = require('@tensorflow/tfjs');\n${functions.join('\n')}`;
    const questions = inputs.map((input, index) => ({
      id: String(index),
      evaluation: { kind: 'calls', calls: [[input]] } as const,
    }));
    const sandbox = new Sandbox({ command: isolation.command, warm, secondsPerExercise });
    try {
      const asked = await sandbox.run(
        code,
        names.map((exercise) => ({
          exercise,
          banned,
          async: true as const,
          next: ({ size }: Outcomes) => (size === 0 ? questions : []),
        })),
        () => undefined,
      );
      if (asked.status !== 'asked') return { file: asked };
      return Object.fromEntries(
        [...asked.answers].map(([name, answer]) => [
          name,
          answer.status === 'not-run' ? answer.problem : [...answer.outcomes.values()].map(of),
        ]),
      );
    } finally {
      sandbox.close();
    }
  }

  it('should be observed whatever built-ins the function replaces before it ends', async () => {
    const patch = `Object.assign(Array.prototype, { every: () => true, forEach: () => [], flatMap: () => [], map: () => [] });
      Object.getPrototypeOf([].values()).next = () => ({ done: true });
      Map = class { get() {} set() {} };`;
    const leaks = `async (x) => { tf.zeros([1]); await null; ${patch} return x; }`;
    const rejected = `async (x) => { await null; ${patch} throw new RangeError('too far'); }`;
    expect(await ask({ leaks, rejected }, { of: leakOf })).toMatchObject({
      leaks: [1],
      rejected: [{ name: 'RangeError', message: 'too far' }],
    });
  });

  it('should be the value its promise resolves to, after jobs, timers and reads of tfjs', async () => {
    const slow = '(ms) => new Promise((resolve) => setTimeout(resolve, ms))';
    expect(
      await ask(
        {
          job: 'async (x) => x + 1',
          timer: `async (x) => { await (${slow})(20); return x + 2; }`,
          data: 'async (x) => { const t = tf.scalar(x); const [y] = await t.data(); t.dispose(); return y + 3; }',
          frame: 'async (x) => { await tf.nextFrame(); return x + 4; }',
          plain: '(x) => x + 5',
          thenable: '(x) => ({ then: (resolve) => resolve(x + 6) })',
        },
        { inputs: [10, 20] },
      ),
    ).toEqual({
      job: [11, 21],
      timer: [12, 22],
      data: [13, 23],
      frame: [14, 24],
      plain: [15, 25],
      thenable: [16, 26],
    });
  });

  it('should be the result of fitting a model', async () => {
    const fit = `async (x) => {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], useBias: false })] });
      model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
      const { history } = await model.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 2, verbose: 0 });
      return x + history.loss.length;
    }`;
    expect(await ask({ fit })).toEqual({ fit: [3] });
  });

  it('should be the error that its promise was rejected with', async () => {
    expect(
      await ask({
        rejected: "async () => { await null; throw new RangeError('too far'); }",
        text: "() => Promise.reject('no')",
      }),
    ).toMatchObject({ rejected: [{ name: 'RangeError', message: 'too far' }], text: [{ message: 'no' }] });
  });

  it('should be reported missing on every case as soon as nothing can resolve the promise', async () => {
    const unsettled = { name: 'UnsettledPromise' };
    expect(
      await ask({ never: '() => new Promise(() => undefined)', next: 'async (x) => x' }, { inputs: [1, 2, 3] }),
    ).toMatchObject({ never: [unsettled, unsettled, unsettled], next: [1, 2, 3] });
  });

  it('should be the uncaught error that kept the promise from resolving', async () => {
    expect(
      await ask({
        timer: "() => new Promise(() => setTimeout(() => { throw new TypeError('in a timer'); }))",
        other: "() => { void Promise.reject(new TypeError('of another')); return new Promise(() => undefined); }",
        right: "async (x) => { void Promise.reject(new TypeError('of no one')); await tf.nextFrame(); return x; }",
      }),
    ).toMatchObject({ timer: [{ message: 'in a timer' }], other: [{ message: 'of another' }], right: [1] });
  });

  it("should be awaited no longer than the exercise's limit", async () => {
    const timeout = { status: 'timeout', seconds: 1 };
    const jobs = 'const again = () => Promise.resolve().then(again); return again();';
    expect(
      await ask(
        {
          jobs: `async () => { ${jobs} }`,
          loop: 'async () => { await null; for (;;); }',
          interval: '() => new Promise(() => setInterval(() => undefined, 10))',
          next: 'async (x) => x',
        },
        { secondsPerExercise: 1 },
      ),
    ).toMatchObject({ jobs: [timeout], loop: [timeout], interval: [timeout], next: [1] });
  });

  it('should not be affected by what an earlier exercise left running', async () => {
    const patch = 'setInterval(() => { globalThis.left = 1; }, 1); await tf.nextFrame(); return x;';
    const look = 'async (x) => { await new Promise((resolve) => setTimeout(resolve, 30)); return globalThis.left; }';
    expect(await ask({ leaving: `async (x) => { ${patch} }`, looking: look })).toEqual({
      leaving: [1],
      looking: [undefined],
    });
  });

  it('should not be affected by a patched promise or a late answer', async () => {
    const hijack = `
      try { Promise.prototype.then = function (resolve) { return resolve(99); }; } catch {}
      Object.defineProperty(Promise.prototype, 'constructor', { get: () => Object });`;
    expect(
      await ask(
        {
          patched: `async (x) => { ${hijack} await null; return x; }`,
          // The first case's promise resolves while the second is evaluated.
          late: `(() => { let give; return (x) => x === 1
            ? new Promise((resolve) => { give = resolve; })
            : (give('of another case'), Promise.resolve(x)); })()`,
          twice: '(x) => new Promise((resolve) => { resolve(x); resolve(99); setTimeout(() => resolve(99)); })',
        },
        { inputs: [1, 2] },
      ),
    ).toMatchObject({ patched: [1, 2], late: [{ name: 'UnsettledPromise' }, 2], twice: [1, 2] });
  });

  it('should be forbidden if something banned is called after the first await or between evaluations', async () => {
    const softmax = "await tf.nextFrame(); tf['soft' + 'max'](tf.tensor1d([0, 0])); return x;";
    expect(
      await ask(
        {
          awaited: `async (x) => { ${softmax} }`,
          caught: `async (x) => { try { ${softmax} } catch { return x; } }`,
          between: `async (x) => { void (async () => { ${softmax} })().catch(() => undefined); return x; }`,
        },
        { inputs: [1, 2] },
      ),
    ).toMatchObject({
      awaited: { status: 'forbidden-call', call: 'tf.softmax' },
      caught: { status: 'forbidden-call', call: 'tf.softmax' },
      between: [1, 2],
    });
  });
});

function brief(outcome: Outcome): unknown {
  if (outcome.status === 'threw') return outcome.error;
  return outcome.status === 'returned' ? outcome.values[0] : outcome;
}

function leakOf(outcome: Outcome): unknown {
  return outcome.status === 'returned' ? outcome.observed.leakedTensors : brief(outcome);
}
