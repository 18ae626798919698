import * as tf from '@tensorflow/tfjs';
import type { TrainingConfig } from '../config';
import { toJsonMemory, toMemory } from './jsonTensors';
import { learningRates } from './learningRates';
import { optimizerStep } from './optimizerStep';
import { StudentCode } from './StudentCode';
import { StudentError } from './StudentError';
import { templateDrawer } from './templates';

const config: TrainingConfig = {
  trainer: 'trainMiniBatches',
  optimizer: 'sgd',
  learningRate: 0.8,
  schedule: 'constant',
  warmupSteps: 0,
  epochs: 1,
  batchSize: 1,
  lambda: 0,
  weightDecay: 0.25,
  seed: 1,
};

function student(code: Readonly<Record<string, string>>): StudentCode {
  return new StudentCode(tf, code);
}

/** The problem of a StudentError that a function throws. */
function problemIn(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof StudentError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('StudentCode', () => {
  it("should give the student's functions tfjs and descent", () => {
    const code = `const tf = require('@tensorflow/tfjs'), { seededRandom } = require('descent');
      exports.both = () => [typeof tf.matMul, typeof seededRandom(1)()];`;
    expect(student({ '03-losses': code }).functionOf('03-losses', 'both')()).toEqual(['function', 'number']);
  });

  it('should name a missing function, and a file that does not load', () => {
    expect(problemIn(() => student({ '03-losses': 'exports.one = 1;' }).functionOf('03-losses', 'one'))).toEqual({
      status: 'missing',
      assignment: '03-losses',
      exercise: 'one',
    });
    expect(
      problemIn(() => student({ '03-losses': "throw new TypeError('no');" }).functionOf('03-losses', 'one')),
    ).toMatchObject({
      status: 'does-not-load',
      assignment: '03-losses',
      message: 'TypeError: no',
    });
  });

  it('should report the innermost function when one calls another', () => {
    const code = student({
      '08-training': 'exports.train = (step) => step();',
      '06-optimizers': `exports.adamStep = () => { throw new (require('descent').NotImplementedError)('biasCorrection'); };
        exports.sgdStep = () => { throw 'text'; };`,
    });
    const train = code.functionOf('08-training', 'train');
    expect(problemIn(() => train(code.functionOf('06-optimizers', 'adamStep')))).toEqual({
      status: 'todo',
      assignment: '06-optimizers',
      exercise: 'biasCorrection',
      within: 'adamStep',
    });
    expect(problemIn(() => train(code.functionOf('06-optimizers', 'sgdStep')))).toMatchObject({
      exercise: 'sgdStep',
      message: 'text',
    });
  });
});

describe('learningRates', () => {
  const schedules = `
    exports.exponentialDecay = (lr0, k, t) => ['exponential', lr0, k, t].length && lr0 * Math.exp(-k * t);
    exports.stepDecay = (lr0, factor, every, t) => lr0 * factor ** Math.floor(t / every);
    exports.cosineDecay = (lr0, t, total) => t / total;
    exports.linearDecay = (lr0, t, total) => lr0 * (1 - t / total);
    exports.inverseSqrtDecay = (lr0, t) => (t === 3 ? NaN : lr0 + t);
    exports.withWarmup = (schedule, steps) => (t) => (t < steps ? -1 : schedule(t - steps));`;
  const rates = (change: Partial<TrainingConfig>, ts: readonly number[], steps = 100): number[] => {
    const rateAt = learningRates(student({ '07-schedules': schedules }), { ...config, ...change }, steps);
    return ts.map((t) => rateAt(t));
  };

  it('should need no schedule when the rate is constant', () => {
    expect(learningRates(student({}), config, 10)(5)).toBe(0.8);
  });

  it('should call each schedule with its own arguments', () => {
    // Down to a hundredth at the end.
    expect(rates({ schedule: 'exponential' }, [0, 100])[1]).toBeCloseTo(0.008, 12);
    // Five stairs of 20 steps, each half as high.
    expect(rates({ schedule: 'step' }, [19, 20, 80])).toEqual([0.8, 0.4, 0.05]);
    expect(rates({ schedule: 'cosine' }, [50])).toEqual([0.5]);
    expect(rates({ schedule: 'linear' }, [0, 100])).toEqual([0.8, 0]);
    expect(rates({ schedule: 'inverseSqrt' }, [0, 1])).toEqual([0.8, 1.8]);
  });

  it('should put the warm-up in front, and give the remaining steps to the schedule', () => {
    expect(rates({ schedule: 'linear', warmupSteps: 20 }, [19, 20, 100])).toEqual([-1, 0.8, 0]);
  });

  it('should report a rate that is not a number', () => {
    expect(problemIn(() => rates({ schedule: 'inverseSqrt' }, [3]))).toEqual({
      status: 'returns',
      assignment: '07-schedules',
      exercise: 'inverseSqrtDecay',
      expected: 'a learning rate',
      got: 'NaN for t = 3',
    });
  });
});

describe('optimizerStep', () => {
  // Each records its call as text, and returns a state in the form of its exercise.
  const optimizers = `
    const tf = require('@tensorflow/tfjs');
    const show = (value) => JSON.stringify(value, (key, item) => (item && item.dataSync ? Array.from(item.dataSync()) : item));
    exports.calls = [];
    const with_ = (name, answer) => (...args) => { exports.calls.push(name + show(args)); return answer(args[0], args[2]); };
    exports.sgdStep = with_('sgd', (w) => w.add(1));
    exports.momentumStep = with_('momentum', (w, v) => ({ w: w.add(1), v: v.add(2) }));
    exports.adagradStep = with_('adagrad', (w, s) => ({ w: w.add(1), s: s.add(2) }));
    exports.rmspropStep = with_('rmsprop', (w, s) => ({ w: w.add(1), s: s.add(2) }));
    for (const name of ['adam', 'adamL2', 'adamW'])
      exports[name + 'Step'] = with_(name, (w, { m, v, t }) => ({ w: w.add(1), state: { m: m.add(3), v: v.add(4), t: t + 1 } }));
    exports.count = () => exports.calls;`;

  it.each([
    { optimizer: 'sgd', calls: ['sgd[[1],[9],{"learningRate":0.5}]', 'sgd[[2],[9],{"learningRate":0.5}]'] },
    {
      optimizer: 'momentum',
      calls: [
        'momentum[[1],[9],[0],{"learningRate":0.5,"rho":0.9}]',
        'momentum[[2],[9],[2],{"learningRate":0.5,"rho":0.9}]',
      ],
    },
    {
      optimizer: 'adagrad',
      calls: [
        'adagrad[[1],[9],[0],{"learningRate":0.5,"epsilon":1e-8}]',
        'adagrad[[2],[9],[2],{"learningRate":0.5,"epsilon":1e-8}]',
      ],
    },
    {
      optimizer: 'rmsprop',
      calls: [
        'rmsprop[[1],[9],[0],{"learningRate":0.5,"decay":0.9,"epsilon":1e-8}]',
        'rmsprop[[2],[9],[2],{"learningRate":0.5,"decay":0.9,"epsilon":1e-8}]',
      ],
    },
    ...(
      [
        ['adam', ''],
        ['adamL2', ',"lambda":0.25'],
        ['adamW', ',"weightDecay":0.25'],
      ] as const
    ).map(([optimizer, decay]) => ({
      optimizer,
      calls: [
        `${optimizer}[[1],[9],{"m":[0],"v":[0],"t":0},{"learningRate":0.5,"beta1":0.9,"beta2":0.999,"epsilon":1e-8${decay}}]`,
        `${optimizer}[[2],[9],{"m":[3],"v":[4],"t":1},{"learningRate":0.5,"beta1":0.9,"beta2":0.999,"epsilon":1e-8${decay}}]`,
      ],
    })),
  ] as const)(
    'should call $optimizer like its exercise, with zeros first and then with its state',
    ({ optimizer, calls }) => {
      const code = student({ '06-optimizers': optimizers });
      const step = optimizerStep(tf, code, { ...config, optimizer });
      const [W, dW] = [tf.tensor2d([[1]]), tf.tensor2d([[9]])];
      const before = tf.memory().numTensors;
      const first = step(W, dW, undefined, 0.5);
      const second = step(first.w, dW, first.state, 0.5);

      expect(code.functionOf('06-optimizers', 'count')()).toEqual(calls);
      expect(second.w.arraySync()).toEqual([[3]]);
      tf.dispose([first, second]);
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  it.each([
    { what: 'nothing', code: '() => undefined', got: 'no w' },
    { what: 'a number', code: '() => ({ w: 1 })', got: 'a w that is no tensor' },
    { what: 'another shape', code: '(w) => ({ w: w.flatten() })', got: 'a w of shape (1)' },
    {
      what: 'what is disposed',
      code: '(w) => { const next = w.add(1); next.dispose(); return { w: next }; }',
      got: 'a w that is disposed',
    },
  ])('should report when a step returns $what', ({ code, got }) => {
    const step = optimizerStep(tf, student({ '06-optimizers': `exports.momentumStep = ${code};` }), {
      ...config,
      optimizer: 'momentum',
    });
    const W = tf.tensor2d([[1]]);
    expect(problemIn(() => step(W, W, undefined, 0.5))).toEqual({
      status: 'returns',
      assignment: '06-optimizers',
      exercise: 'momentumStep',
      expected: 'w, a tensor of shape (1, 1)',
      got,
    });
  });
});

describe('what an optimizer remembers', () => {
  it.each([
    { memory: undefined },
    { memory: tf.tensor2d([[1, 2]]) },
    { memory: { m: tf.tensor2d([[0.5]]), v: tf.tensor2d([[3]]), t: 7 } },
  ])('should come back from JSON as it was: $memory', ({ memory }) => {
    const json = JSON.parse(JSON.stringify(toJsonMemory(memory))) as ReturnType<typeof toJsonMemory>;
    const back = toMemory(tf, json);
    expect(toJsonMemory(back)).toEqual(json);
    expect(json === null).toBe(memory === undefined);
  });
});

describe('templateDrawer', () => {
  const W = tf.range(0, 650).reshape<tf.Tensor2D>([10, 65]);
  const file = '02-linear-classifier';

  it("should draw weights without their biases by the student's classTemplates, and keep no tensor", () => {
    const code = student({ [file]: `exports.classTemplates = (W, shape) => W.reshape([-1, ...shape]);` });
    const before = tf.memory().numTensors;
    const drawn = templateDrawer(tf, code)(W);
    expect(tf.memory().numTensors).toBe(before);
    // Row 1 starts at 65; its 65th number is the bias.
    expect(drawn).toMatchObject({ status: 'drawn', images: { shape: [10, 8, 8, 1] } });
    expect(drawn.status === 'drawn' && drawn.images.values.slice(63, 66)).toEqual([63, 65, 66]);
  });

  it('should report a problem once, and not call it again', () => {
    const code = student({ [file]: 'let calls = 0; exports.classTemplates = (W) => { calls += 1; return calls === 1 ? W : 1; };' }); // prettier-ignore
    const draw = templateDrawer(tf, code);
    const problem = { status: 'returns', exercise: 'classTemplates', got: 'a result of shape (10, 64)' };
    for (const drawn of [draw(W), draw(W)]) expect(drawn).toMatchObject({ status: 'problem', problem });
  });
});
