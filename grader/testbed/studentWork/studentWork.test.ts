import { courseIds, describeOf } from '../course/ofCourse';
import { studentCases } from './cases';
import { exerciseGrader, prepareCourse } from './exerciseGrader';
import { gradeText } from './gradeText';

const prepare = prepareCourse({ hidden: undefined });
const graded = exerciseGrader(prepare);

describeOf('03-losses')('student work', () => {
  it.each(studentCases.filter(({ assignment }) => courseIds.includes(assignment)))(
    'should get the expected score and mistake: $what',
    async (one) => {
      const { score, maxScore, mistake } = await graded(one.assignment, one.source, one.exercise);
      if (one.score === 'lost') expect(score).toBeLessThan(maxScore);
      else expect(score).toBe(one.score);
      expect(mistake?.id).toBe(one.mistake);
      expect(mistake?.carriedFrom).toBeUndefined();
    },
  );

  it('should name two slips at once, and hint at one at a time', async () => {
    const source = `import * as tf from '@tensorflow/tfjs';
export function ridgeLoss(w, x, targets, lambda) {
  return tf.tidy(() => {
    const r = x.dot(w).sub(targets);
    const loss = r.square().sum().add(w.square().sum().mul(lambda / 2)); // the half is missing
    return { loss, dw: tf.dot(tf.transpose(x), r) }; // and so is λw
  });
}`;
    const { mistake } = await graded('03-losses', source, 'ridgeLoss');
    expect(mistake?.id).toBe('missing-half-in-loss + missing-regularization-gradient');
    expect(mistake?.hints[2]).toMatch(/^Two mistakes at once\. The first: (?!.*Two)/);
    expect(mistake?.translations?.zh[2]).toMatch(/^这里有两个错误/);
    const repaired = await graded(
      '03-losses',
      source.replace('r.square().sum()', 'r.square().sum().div(2)'),
      'ridgeLoss',
    );
    expect(repaired.mistake?.id).toBe('missing-regularization-gradient');
  });

  it('should name two slips when one makes numbers infinite', async () => {
    const source = `import * as tf from '@tensorflow/tfjs';
export function crossEntropy(scores, y) {
  return tf.tidy(() => {
    const e = scores.exp(); // overflows
    const p = e.div(e.sum(1, true));
    const hot = tf.oneHot(y, scores.shape[1]);
    const loss = p.mul(hot).sum(1).log().neg().mean();
    return { loss, dScores: p.sub(hot) }; // not divided by N
  });
}`;
    const { mistake } = await graded('03-losses', source, 'crossEntropy');
    expect(mistake?.id.split(' + ')).toHaveLength(2);
  });

  it('should recognise an added constant of any value', async () => {
    const source = (c: string): string => `import * as tf from '@tensorflow/tfjs';
export function softmax(scores) {
  return tf.tidy(() => {
    const e = scores.sub(scores.max(1, true)).exp();
    return e.div(e.sum(1, true).add(${c}));
  });
}`;
    for (const c of ['1e-3', '1e-5', '3e-7'])
      expect((await graded('03-losses', source(c), 'softmax')).mistake?.id).toBe('constant-in-the-sum');
  });

  it.each([
    'let sum = 0; for (const row of scores) sum += row[0]; return scores.div(sum);',
    'return scores.sub(scores[0]);',
  ])('should report a tensor used as an array, with the line: %s', async (body) => {
    const { problem } = await graded('03-losses', `export function softmax(scores) {\n  ${body}\n}`, 'softmax');
    expect(problem).toMatchObject({
      status: 'throws',
      error: { name: 'EntriesOfTensor', place: { file: 'losses.ts', line: 2 } },
    });
  });

  it.each([
    'const [loss] = scores.data(); return scores.sub(loss);',
    'return scores.div(scores.sum().data()[0]);',
    'return scores.div(Math.max(...scores.data()));',
    'return scores.div(scores.sum().data() + 1e-8);',
  ])('should report a promise used as a value, with the line: %s', async (body) => {
    const { problem } = await graded('03-losses', `export function softmax(scores) {\n  ${body}\n}`, 'softmax');
    expect(problem).toMatchObject({
      status: 'throws',
      error: { name: 'ValueOfPromise', place: { file: 'losses.ts', line: 2 } },
    });
  });

  it.each([
    ['own-tests', "describe('softmax', () => { it('works', () => undefined); });"],
    ['own-tests', "it.only('works', () => undefined);"],
    ['own-tests', "test.each([[1, 2]])('%i', () => undefined);"],
    ['own-tests', "it.each`a\n${1}`('$a', () => undefined);"],
    ['own-tests', "import { test } from 'node:test'; test('works', () => undefined);"],
    ['own-tests', "import { expect } from '@jest/globals'; expect(1).toBe(1);"],
    ['top-level-await', 'await tf.ready();'],
    ['top-level-await', 'for await (const x of []) console.log(x);'],
  ])('should refuse tests and top-level await before running: %s', async (cause, line) => {
    const text = `import * as tf from '@tensorflow/tfjs';\nexport const softmax = (s) => s.exp();\n${line}\n`;
    const { status, problem } = await gradeText(await prepare('03-losses'), text);
    expect({ status, problem }).toMatchObject({
      status: 'unreadable',
      problem: { status: 'does-not-compile', cause: { id: cause }, place: { file: 'losses.ts', line: 3 } },
    });
  });

  it('should allow a student’s own function named it', async () => {
    const text = `import * as tf from '@tensorflow/tfjs';
function it(s) { return tf.exp(s); }
it(tf.scalar(1)).dispose();
export const softmax = (s) => tf.tidy(() => it(s).div(it(s).sum(1, true)));`;
    expect((await gradeText(await prepare('03-losses'), text)).status).toBe('graded');
  });

  it('should locate an error thrown inside tfjs', async () => {
    const source = `import * as tf from '@tensorflow/tfjs';
export function softmax(scores) {
  const e = scores.sub(scores.max(1)).exp();
  return e.div(e.sum(1, true));
}`;
    const { checks } = await graded('03-losses', source, 'softmax');
    const finding = checks.find(({ status }) => status === 'failed')?.finding;
    expect(finding).toMatchObject({ id: 'throws', error: { place: { file: 'losses.ts', line: 3 } } });
  });
});

describeOf('06-optimizers')('student work on optimizers', () => {
  it('should report operators on tensors, with the line', async () => {
    const source = `import * as tf from '@tensorflow/tfjs';
export function sgdStep(w, dw, options) {
  return w - options.learningRate * dw;
}`;
    const { problem } = await graded('06-optimizers', source, 'sgdStep');
    expect(problem).toMatchObject({
      status: 'throws',
      error: { name: 'OperatorOnTensor', place: { file: 'optimizers.ts', line: 3 } },
    });
  });
});
