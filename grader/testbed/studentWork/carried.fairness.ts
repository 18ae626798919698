import { TensorValue } from '../../execution/values';
import { exerciseGrader, prepareCourse } from './exerciseGrader';
import { gradeText } from './gradeText';
import { describeOf } from '../course/ofCourse';

const prepare = prepareCourse({ hidden: 'hidden' });
const graded = exerciseGrader(prepare);

const imports = "import * as tf from '@tensorflow/tfjs';\n";

/** Correct Adam steps with the given bias correction. */
const steps = (corrected: (moment: string, beta: string) => string): string => `
export function adamStep(w, g, s, o) {
  return tf.tidy(() => {
    const t = s.t + 1;
    const m = s.m.mul(o.beta1).add(g.mul(1 - o.beta1));
    const v = s.v.mul(o.beta2).add(g.square().mul(1 - o.beta2));
    const up = ${corrected('m', 'o.beta1')}.mul(o.learningRate);
    return { w: w.sub(up.div(${corrected('v', 'o.beta2')}.sqrt().add(o.epsilon))), state: { m, v, t } };
  });
}
export function adamL2Step(w, g, s, o) {
  return tf.tidy(() => adamStep(w, g.add(w.mul(o.lambda)), s, o));
}
export function adamWStep(w, g, s, o) {
  return tf.tidy(() => {
    const r = adamStep(w, g, s, o);
    return { w: r.w.sub(w.mul(o.learningRate * o.weightDecay)), state: r.state };
  });
}`;
const calling = steps((moment, beta) => `biasCorrection(${moment}, ${beta}, t)`);
const correction = (power: string): string =>
  `export function biasCorrection(m, beta, t) { return m.div(1 - beta ** (${power})); }`;

describeOf(
  '04-regularization',
  '05-gradients',
  '06-optimizers',
)('a mistake that is carried', () => {
  it('should keep a share of the points only through calls', async () => {
    const copied = steps((moment, beta) => `${moment}.div(1 - ${beta} ** (t - 1))`);
    const carried = await graded('06-optimizers', imports + correction('t - 1') + calling, 'adamStep');
    const own = await graded('06-optimizers', imports + correction('t - 1') + copied, 'adamStep');
    expect(carried.mistake).toMatchObject({ id: 'power-one-behind', carriedFrom: 'biasCorrection' });
    expect(own.mistake).toMatchObject({ id: 'power-one-behind', carriedFrom: undefined });
    expect(own.score).toBeLessThan(carried.score);
  });

  it.each([
    ['power-one-behind', 't - 1'],
    ['power-two', '2'],
    ['unnamed', '3 * t - 0.5'],
  ])('should be carried with or without a name: %s', async (id, power) => {
    const { exercises } = await gradeText(await prepare('06-optimizers'), imports + correction(power) + calling);
    const followers = exercises.filter(({ exercise: { name } }) => name.startsWith('adam'));
    expect(followers.map(({ mistake }) => mistake)).toEqual(
      Array(3).fill(expect.objectContaining({ id, carriedFrom: 'biasCorrection' })),
    );
    // 70 % of the points, and at least those of unaffected checks.
    for (const { score } of followers) expect(score).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['NaN', 'tf.fill(m.shape, NaN)'],
    ['zeros', 'tf.zerosLike(m)'],
    ['almost a constant', 'm.mul(1e-12).add(0.5)'],
  ])('should keep nothing when it comes from a placeholder: %s', async (_what, answer) => {
    const placeholder = `export function biasCorrection(m, beta, t) { return tf.tidy(() => ${answer}); }`;
    const { exercises } = await gradeText(await prepare('06-optimizers'), imports + placeholder + calling);
    const correcting = exercises.find(({ exercise: { name } }) => name === 'adamStep');
    expect(correcting?.mistake?.carriedFrom).toBeUndefined();
    expect(correcting?.kept).toBe(0);
  });

  it('should not hide the caller’s own mistake', async () => {
    const source = imports + correction('2') + calling.replace('.square()', '');
    const { mistake } = await graded('06-optimizers', source, 'adamStep');
    expect(mistake?.carriedFrom).toBeUndefined();
  });

  it('should be found when the neighbour takes a function', async () => {
    const source = `${imports}
export function numericalGradient(f, x, h = 1e-5) {
  const at = (i, by) => tf.tidy(() => f(tf.tensor(Array.from(x.dataSync(), (v, j) => (i === j ? v + by : v)), x.shape)));
  return tf.tensor(Array.from({ length: x.size }, (_, i) => (at(i, h) - at(i, -h)) / (2.001 * h)), x.shape);
}
export function relativeError(a, b) {
  return tf.tidy(() => {
    const [difference, sum] = [a.sub(b).norm().dataSync()[0], a.norm().add(b.norm()).dataSync()[0]];
    return difference / (sum + 1e-8);
  });
}
export function gradientCheck(f, analytic, x, h = 1e-5) {
  const e = tf.tidy(() => relativeError(numericalGradient(f, x, h), analytic));
  return { relativeError: e, verdict: e < 1e-7 ? 'perfect' : e < 1e-5 ? 'acceptable' : e < 1e-3 ? 'suspicious' : 'wrong' };
}
`;
    const { mistake } = await graded('05-gradients', source, 'gradientCheck');
    expect(mistake).toMatchObject({ id: 'constant-factor', carriedFrom: 'numericalGradient' });
  });

  it('should require hidden cases to match too', async () => {
    const assignment = await prepare('04-regularization');
    const exercise = assignment.exercises.find(({ name }) => name === 'elasticNetPenalty');
    const shown = exercise?.cases.flatMap(({ visibility, calls }) => {
      const [W] = calls[0] ?? [];
      return visibility === 'public' && W instanceof TensorValue ? [...W.values] : [];
    });
    const source = (otherwise: string): string => `${imports}
export function l1Penalty(W, lambda) {
  return tf.tidy(() => ({ penalty: W.abs().sum().mul(3 * lambda), dW: W.sign().mul(3 * lambda) }));
}
export function l2Penalty(W, lambda) {
  return tf.tidy(() => ({ penalty: W.square().sum().mul(lambda), dW: W.mul(2 * lambda) }));
}
const shown = new Set(${JSON.stringify(shown)});
export function elasticNetPenalty(W, lambda1, lambda2) {
  return tf.tidy(() => {
    const [one, two] = [l1Penalty(W, lambda1), l2Penalty(W, lambda2)];
    const isPublic = W.dataSync().every((value) => shown.has(value));
    return { penalty: one.penalty.add(two.penalty), dW: isPublic ? one.dW.add(two.dW) : ${otherwise} };
  });
}`;
    const honest = await graded('04-regularization', source('two.dW.add(one.dW)'), 'elasticNetPenalty');
    const fitted = await graded('04-regularization', source('one.dW'), 'elasticNetPenalty');
    expect(honest.mistake).toMatchObject({ id: 'constant-factor', carriedFrom: 'l1Penalty' });
    expect(fitted.mistake).toBeUndefined();
    expect(fitted.kept).toBe(0);
  });
});
