import { describeOf } from '../../testbed/course/ofCourse';
import { exerciseOf, gradeFiles, saidOf, type ExerciseJson } from '../testing/runGrader';

/** Grades a submission that consists only of a `trainClassifier` with this body. */
function capstone(
  body: string,
  others: Readonly<Record<string, string>> = {},
): ExerciseJson & { readonly mistake?: string | null } {
  const code = `import * as tf from '@tensorflow/tfjs';\nexport function trainClassifier(train: any, validation: any, budget: any): any {\n${body}\n}\n`;
  const { result } = gradeFiles({ '08-training/training.ts': code, ...others }, ['--assignment', '08-training']);
  return exerciseOf(result, 'trainClassifier');
}

const nearest = `
  const squares = train.x.square().sum(1);
  return (x: any) => tf.tidy(() => train.y.gather(squares.sub(x.matMul(train.x, false, true).mul(2)).argMin(1)))`;

describeOf('08-training')('grade, on the capstone', () => {
  // Nearest neighbors classify 67 to 75 % of the images correctly, for any seed.
  it('should give points by accuracy, and ban nothing', () => {
    const { status, score } = capstone(`tf.engine(); tf.backend(); tf.losses.softmaxCrossEntropy;${nearest};`);
    expect([status, score]).toEqual(['failed', 5.5]);
  });

  // A linear classifier gets about half of them right.
  it('should train the layers of tfjs with its optimizers', () => {
    const { score, message, checks } = capstone(`
      const model = tf.sequential();
      model.add(tf.layers.dense({ units: 10, inputShape: [64], kernelInitializer: 'zeros' }));
      const targets = tf.oneHot(train.y, 10);
      const optimizer = tf.train.adam(0.1, 0.9, 0.999, 1e-8);
      for (let step = 0; step < 60; step += 1)
        optimizer.minimize(() => tf.losses.softmaxCrossEntropy(targets, model.apply(train.x, { training: true }) as any) as any);
      return (x: any) => tf.tidy(() => (model.predict(x) as any).argMax(1));`);
    expect(message).not.toMatch(/throw/);
    expect(checks.filter(({ status }) => status === 'passed').map(({ id }) => id)).toEqual([
      'trainClassifier.low',
      'trainClassifier.alone',
    ]);
    expect(score).toBe(3.5);
  });

  it('should give no points for a constant, labels off by one or a promise, and say why', () => {
    const constant = capstone("return (x: any) => tf.zeros([x.shape[0]], 'int32');");
    expect([constant.score, constant.mistake]).toEqual([0, 'one-class-for-all']);
    const tooHigh = capstone(`const classify = (() => {${nearest}; })();\n  return (x: any) => classify(x).add(1);`);
    expect([tooHigh.score, tooHigh.mistake]).toEqual([0, 'labels-from-one']);
    expect(saidOf(capstone('return Promise.resolve(1);'))).toContain('expected a function, got a Promise');
  });

  it('should refuse more code than allowed, also across several files', () => {
    const half = `export const text = '${'x'.repeat(120_000)}';\n`;
    const { status, score, message } = capstone(
      `return [one, other];\n}\nimport { text as one } from './one';\nimport { text as other } from './other';\n{`,
      {
        '08-training/one.ts': half,
        '08-training/other.ts': half,
      },
    );
    expect([status, score]).toEqual(['forbidden', 0]);
    expect(message).toMatch(/is too long\n.*take 24\d kB; the limit is 200 kB/);
  });
});
