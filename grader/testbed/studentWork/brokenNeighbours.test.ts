import { firstMessageOf, textsFor } from '../../pipeline/report';
import type { ScoredAssignment, ScoredExercise } from '../../pipeline/score';
import { adviceFor } from '../../student/hints';
import { prepareCourse } from './exerciseGrader';
import { gradeText } from './gradeText';
import { courseText, describeOf } from '../course/ofCourse';

const prepare = prepareCourse({ hidden: undefined });
const solution = courseText('solutions', '03-losses', 'losses.ts');

const changed = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the solution has no ${from}`);
    return text.replace(from, to);
  }, solution);
const exerciseIn = ({ exercises }: ScoredAssignment, name: string): ScoredExercise => {
  const found = exercises.find(({ exercise }) => exercise.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};
const messageOf = (result: ScoredExercise, language: 'en' | 'zh'): string =>
  firstMessageOf(result, { reader: 'student', assignment: '03-losses', hint: 1, texts: textsFor(language) });

const softmaxSlip = ['exponentials.sum(1, true)', 'exponentials.sum(1, true).add(scores.max().mul(0.013))'] as const;
const lossSlip = ['W.square().sum().mul(lambda)', 'W.square().sum().mul(lambda).add(W.sum().mul(0.0137))'] as const;

describeOf('03-losses')('a function that calls a failing one', () => {
  it('should report the call in the message and the hint', async () => {
    const graded = await gradeText(await prepare('03-losses'), changed(softmaxSlip, lossSlip));
    const loss = exerciseIn(graded, 'softmaxLoss');
    expect(loss.mistake).toBeUndefined();
    expect(messageOf(loss, 'en')).toContain('\n  It calls softmax, which fails too: fix that one first.\n');
    expect(messageOf(loss, 'zh')).toContain('\n  它调用了 softmax，而 softmax 也未通过：请先改正它。\n');
    expect(messageOf(exerciseIn(graded, 'softmax'), 'en')).not.toContain('It calls');

    const advice = adviceFor(loss, { assignment: '03-losses', file: 'losses.ts', texts: textsFor('en') });
    expect(advice).toMatchObject({ status: 'text' });
    const text = advice.status === 'text' ? advice.text : '';
    expect(text.split('\n').at(-1)).toBe('  Next: npm run hint -- softmax');
    expect(text).not.toContain('None of the known mistakes');
  });

  it('should name its own mistake if a field shows it', async () => {
    const own = ['W.square().sum().mul(lambda)', 'W.abs().sum().mul(lambda)'] as const;
    const loss = exerciseIn(await gradeText(await prepare('03-losses'), changed(softmaxSlip, own)), 'softmaxLoss');
    expect(loss.mistake?.id).toBe('absolute-weights');
    expect(messageOf(loss, 'en')).not.toContain('It calls');
  });

  it('should report a call only if there is one', async () => {
    const ofItsOwn = [
      'softmax(scores).sub(truth)',
      'shifted.exp().div(shifted.exp().sum(1, true)).sub(truth)',
    ] as const;
    const inline = changed(softmaxSlip, lossSlip, ofItsOwn);
    const graded = await gradeText(await prepare('03-losses'), inline);
    const loss = exerciseIn(graded, 'softmaxLoss');
    expect([exerciseIn(graded, 'softmax').status, loss.status]).toEqual(['failed', 'failed']);
    expect(messageOf(loss, 'en')).not.toContain('It calls');
  });
});
