import * as tf from '@tensorflow/tfjs';
import type { TrainingConfig } from '../config';
import { learningRates } from './learningRates';
import { templateDrawer } from './templates';
import { config, student, problemIn } from './testing/student';

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
