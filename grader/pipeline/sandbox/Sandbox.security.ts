import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBundles } from '../../bundling/bundles';
import { TensorValue } from '../../execution/values';
import type { Ban, Outcomes } from '../types';
import { chooseIsolation } from './isolation';
import { openWarm, type WarmProcesses } from './processes';
import type { ExerciseAnswers, Question } from './questions';
import { Sandbox, type SandboxOptions } from './Sandbox';

const root = join(__dirname, '../../..');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];
const { command, nursery } = chooseIsolation(childCommand, { only: 'process' });
const choice = nursery();
const warmWays = choice.status === 'available' ? ['forked from a warm process'] : [];
const banned: readonly Ban[] = ['tf.softmax', 'tf.engine', 'tensor.softmax'];

/** The nurseries, where available. The file that loads only once writes a file, which a forked process can't. */
let warm: WarmProcesses | undefined;

type Seconds = Readonly<Partial<Record<'limits' | 'used', Readonly<Record<string, number>>>>>;

/** Asks each function once, without arguments. */
async function ask(
  code: string,
  exercises: Readonly<Record<string, readonly Ban[]>>,
  { limits = {}, used = {}, ...options }: Partial<SandboxOptions> & Seconds = {},
): Promise<Readonly<Record<string, unknown>>> {
  const sandbox = new Sandbox({ command, warm, secondsPerExercise: 600, ...options });
  try {
    return await askIn(sandbox, code, exercises, { limits, used });
  } finally {
    sandbox.close();
  }
}

async function askIn(
  sandbox: Sandbox,
  code: string,
  exercises: Readonly<Record<string, readonly Ban[]>>,
  { limits = {}, used = {} }: Seconds = {},
): Promise<Readonly<Record<string, unknown>>> {
  const evaluations = [{ id: 'only', evaluation: { kind: 'calls', calls: [[]] } }] as const;
  const next = ({ size }: Outcomes): readonly Question[] => (size === 0 ? evaluations : []);
  const questions = Object.entries(exercises).map(([exercise, calls]) => ({
    exercise,
    banned: calls,
    seconds: limits[exercise],
    usedSeconds: used[exercise],
    next,
  }));
  const asked = await sandbox.run(code, questions, () => undefined);
  if (asked.status !== 'asked') return { file: asked };
  return Object.fromEntries([...asked.answers].map(([exercise, answer]) => [exercise, brief(answer)]));
}

function brief(answer: ExerciseAnswers): unknown {
  if (answer.status === 'not-run') return answer.problem;
  const outcome = answer.outcomes.get('only');
  return outcome?.status === 'returned' ? outcome.values[0] : outcome;
}

function seen(answer: ExerciseAnswers): unknown {
  const outcome = answer.status === 'answered' ? answer.outcomes.get('only') : undefined;
  if (outcome?.status !== 'returned') return answer;
  const { leakedTensors, changedInputs } = outcome.observed;
  return { leakedTensors, changedInputs };
}

describe.each(['started cold', ...warmWays])('in a process %s', (way) => {
  beforeAll(async () => {
    if (way !== 'started cold') warm = openWarm(choice, { warmUp: false });
    await warm?.whenOpen;
  });
  afterAll(() => {
    warm?.close();
    warm = undefined;
  });

  // Long enough for V8 to be switched back to normal compilation, through calls that a submission must not make.
  it('should continue after a long computation', async () => {
    const code = `const until = (end) => { while (performance.now() < end); return 'long'; };
      exports.long = () => until(performance.now() + 1_200); exports.next = () => 'next';`;
    expect(await ask(code, { long: banned, next: banned })).toEqual({ long: 'long', next: 'next' });
  });

  describe('a call that an exercise bans', () => {
    const code = `
      const tf = require('@tensorflow/tfjs');
      const make = (run) => () => Array.from(run(tf.tensor1d([0, 0])).dataSync());
      exports.plain = make((x) => tf['soft' + 'max'](x));
      exports.swallowed = make((x) => { try { return x['soft' + 'max'](); } catch { return tf.tensor1d([0.5, 0.5]); } });
      exports.formula = make((x) => x.exp().div(x.exp().sum()));
      exports.free = make((x) => tf.engine().runKernel('Softmax', { logits: x }, { dim: 0 }));
      exports.formulaAgain = exports.formula;`;

    it('should be reported for that exercise and no other', async () => {
      const forbidden = (call: string): unknown => ({ status: 'forbidden-call', call, place: undefined, through: [] });
      // e⁰/(e⁰ + e⁰)
      const half = [0.5, 0.5];
      expect(
        await ask(code, { plain: banned, swallowed: banned, formula: banned, free: [], formulaAgain: banned }),
      ).toEqual({
        plain: forbidden('tf.softmax'),
        swallowed: forbidden('tensor.softmax'),
        formula: half,
        free: half,
        formulaAgain: half,
      });
    });

    it('should not prevent a file from loading if the error is caught, and be named if it is not', async () => {
      const tries = "const tf = require('@tensorflow/tfjs'); try { tf.engine(); } catch {} exports.f = () => 1;";
      expect(await ask(tries, { f: banned })).toEqual({ f: 1 });
      const insists = "require('@tensorflow/tfjs').engine(); exports.f = () => 1;";
      expect(await ask(insists, { f: [] })).toMatchObject({
        file: {
          status: 'does-not-load',
          error: { message: 'tf.engine may not be called while the file loads: the handout lists what is off limits' },
        },
      });
    });

    it('should not be possible in a getter among the exports, which is read while the file loads', async () => {
      const code =
        "const tf = require('@tensorflow/tfjs'); Object.defineProperty(exports, 'f', { enumerable: true, get: () => tf.getKernel });";
      expect(await ask(code, { f: ['tf.getKernel'] })).toEqual({
        f: { status: 'forbidden-call', call: 'tf.getKernel', place: undefined, through: [] },
      });
      const calls = code.replace('tf.getKernel }', "tf.getKernel('Softmax', 'cpu').kernelFunc }");
      expect(await ask(calls, { f: ['tf.getKernel'] })).toMatchObject({ file: { status: 'does-not-load' } });
    });

    it('should not reach the next exercise through a tfjs that an exercise without bans modified', async () => {
      const code = `
        const tf = require('@tensorflow/tfjs');
        exports.rebuild = () => { Object.getPrototypeOf(tf.engine()).memory = () => ({ numTensors: -7 }); return tf.memory().numTensors; };
        exports.look = () => tf.memory().numTensors >= 0;`;
      expect(await ask(code, { rebuild: [], look: banned })).toEqual({ rebuild: -7, look: true });
    });
  });

  it('should observe leaks and changed inputs whatever built-ins a submission replaces', async () => {
    const patches = {
      nothing: '',
      arrays:
        'Object.assign(Array.prototype, { every: yes, forEach: none, flatMap: none, map: none }); Array.isArray = yes;',
      typedArrays: 'typedArray.every = yes;',
      lengths: "Object.defineProperty(typedArray, 'length', { get: () => 0 });",
      objects: 'Object.assign(Object, { is: yes, keys: none, entries: none, getPrototypeOf: none });',
      iterators:
        'for (const list of [[], new Map()]) Object.getPrototypeOf(list.values()).next = () => ({ done: true });',
      classes: 'Map = class { get() {} set() {} }; Array = Object.assign(none, { isArray: yes, from: none });',
    };
    const code = `
      const tf = require('@tensorflow/tfjs');
      const typedArray = Object.getPrototypeOf(Float64Array.prototype);
      const yes = () => true;
      const none = () => [];
      const harm = (patch) => (x) => { tf.zeros([1]); x.dataSync().fill(7); patch(); return 1; };
      ${Object.entries(patches)
        .map(([name, patch]) => `exports.${name} = harm(() => { ${patch} });`)
        .join('\n')}`;
    const input = new TensorValue([2], 'float32', Float64Array.of(1, 2));
    const evaluations = [{ id: 'only', evaluation: { kind: 'calls', calls: [[input]] } }] as const;
    const next = ({ size }: Outcomes): readonly Question[] => (size === 0 ? evaluations : []);
    const sandbox = new Sandbox({ command, warm, secondsPerExercise: 600 });
    try {
      const questions = Object.keys(patches).map((exercise) => ({ exercise, banned, next }));
      const asked = await sandbox.run(code, questions, () => undefined);
      const observations =
        asked.status === 'asked' ? [...asked.answers].map(([name, answer]) => [name, seen(answer)]) : [];
      const both = { leakedTensors: 1, changedInputs: ['0'] };
      expect(observations).toEqual(Object.keys(patches).map((name) => [name, both]));
    } finally {
      sandbox.close();
    }
  });

  describe('a file that is loaded twice', () => {
    const twice = async (code: string, exercises: Readonly<Record<string, readonly Ban[]>>): Promise<unknown> => {
      const sandbox = new Sandbox({ command, warm, secondsPerExercise: 600 });
      try {
        return [await askIn(sandbox, code, exercises), await askIn(sandbox, code, exercises)];
      } finally {
        sandbox.close();
      }
    };
    const process = 'exports.process = () => (globalThis.asked = (globalThis.asked ?? 0) + 1);';

    it('should be run again in the same process with fresh state', async () => {
      const code = `${process} let count = 0; exports.count = () => (count += 1);
        require('@tensorflow/tfjs').variable(require('@tensorflow/tfjs').scalar(1), true, 'named');`;
      expect(await twice(code, { process: banned, count: banned })).toEqual([
        { process: 1, count: 1 },
        { process: 2, count: 1 },
      ]);
    });

    it('should be run in a fresh process if the old one must be replaced or the file does not run again', async () => {
      expect(await twice(process, { process: [] })).toEqual([{ process: 1 }, { process: 1 }]);
      const once = `if (globalThis.asked) throw new Error('once'); ${process}`;
      expect(await twice(once, { process: banned })).toEqual([{ process: 1 }, { process: 1 }]);
    });

    it('should still be denied banned calls after another file patched how objects are read', async () => {
      const poison = 'Object.entries = () => []; exports.poison = () => 1;';
      const code = "exports.plain = () => { require('@tensorflow/tfjs').softmax([0, 0]); return 'free'; };";
      const sandbox = new Sandbox({ command, warm, secondsPerExercise: 600 });
      try {
        expect(await askIn(sandbox, poison, { poison: banned })).toEqual({ poison: 1 });
        expect(await askIn(sandbox, code, { plain: banned })).toMatchObject({ plain: { status: 'forbidden-call' } });
      } finally {
        sandbox.close();
      }
    });
  });

  describe('a submission that uses up its time', () => {
    const code =
      'exports.loop = () => { for (;;); }; exports.wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); exports.one = () => 1;';

    it('should lose only the exercise that does', async () => {
      const timeout = { status: 'timeout', seconds: 0.4 };
      // Only what never ends is cut short; loading the file takes as long as it takes.
      const limits = { loop: 0.4, wait: 0.4 };
      expect(await ask(code, { loop: banned, one: banned, wait: banned }, { limits })).toEqual({
        loop: timeout,
        one: 1,
        wait: timeout,
      });
    });

    it('should include time used before in another process', async () => {
      const options = { limits: { loop: 600 }, used: { loop: 599.7 } };
      expect(await ask(code, { loop: banned }, options)).toEqual({ loop: { status: 'timeout', seconds: 600 } });
    });

    it('should also reach its limit by waiting', async () => {
      const answers = await ask(
        code.replace('exports.one', 'exports.again = exports.wait; exports.one'),
        { wait: banned, again: banned, one: banned },
        { limits: { wait: 0.4, again: 0.4 }, secondsPerSubmission: 0.5 },
      );
      // Neither computes; together they wait for the whole budget.
      expect(answers['one']).toEqual({ status: 'timeout', seconds: 0.5, of: 'submission' });
    });

    it('should name the limit that was reached when no time is left for later exercises', async () => {
      const timeout = { status: 'timeout', seconds: 0.5, of: 'submission' };
      const answers = await ask(code, { loop: banned, one: banned }, { secondsPerSubmission: 0.5 });
      expect(answers).toEqual({ loop: timeout, one: timeout });
    });
  });

  describe('a submission that fills the memory', () => {
    it('should be reported and leave the next exercise enough memory', async () => {
      const code = `
        const kept = [];
        exports.fill = () => { for (;;) kept.push(new Float64Array(5e6).fill(1)); };
        exports.keep = () => { for (let i = 0; i < 15; i++) kept.push(new Float64Array(5e6).fill(1)); return kept.length; };
        exports.count = () => kept.length;`;
      // 15 · 40 MB are more than half of a process's limit, so the next exercise gets a new process.
      expect(await ask(code, { fill: banned, keep: banned, count: banned })).toEqual({
        fill: { status: 'memory' },
        keep: 15,
        count: 0,
      });
    });
  });
});

describe('a file that loads only once', () => {
  it('should keep its earlier answers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    try {
      const code = `
        process.getBuiltinModule('node:fs').mkdirSync(${JSON.stringify(join(folder, 'loaded'))});
        exports.first = () => 1; exports.exits = () => process.exit(3); exports.last = () => 2;`;
      expect(await ask(code, { first: banned, exits: banned, last: banned })).toEqual({
        first: 1,
        exits: { status: 'crashed', detail: 'the process ended by itself with exit code 3' },
        last: { status: 'crashed', detail: 'the file did not load again' },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
