import { join } from 'node:path';
import { checkOutcomes } from '../pipeline/checks';
import { outcomesOf } from '../pipeline/checks/testing';
import { loadSpec } from '../pipeline/course/loadSpec';
import { prepareAssignment } from '../pipeline/course/prepareAssignment';
import { scoreExercise, type ScoredExercise } from '../pipeline/score';
import type { ExerciseResult } from '../pipeline/types';
import { messageOf, type MessageOptions } from '../pipeline/report/messageOf';
import { describeOf } from '../testbed/course/ofCourse';
import { curriculum } from '.';

const root = join(__dirname, '../..');

/** Results of a student's adamWStep that decays the updated w, on the course's own checks. */
async function gradeDecayOfUpdatedWeights(hidden: string | undefined): Promise<ScoredExercise> {
  const { spec } = await loadSpec({ root, engine: root, curriculum }, '06-optimizers');
  const { exercises } = await prepareAssignment(spec, { public: 'public', hidden }, '');
  const exercise = exercises.find(({ name }) => name === 'adamWStep');
  const author = spec.exercises.find(({ name }) => name === 'adamWStep');
  const mistake = author?.mistakes.find(({ id }) => id === 'decay-of-updated-weights');
  if (exercise === undefined || mistake === undefined) throw new Error('the course has changed');
  const checked: ExerciseResult = checkOutcomes(exercise, outcomesOf(exercise, mistake.make()));
  return scoreExercise(checked);
}

describeOf('06-optimizers')('the message on an adamWStep that decays the updated weights', () => {
  const student: MessageOptions = { reader: 'student', assignment: '06-optimizers', hint: 1 };

  it('should show the numbers, the right parts, a hint, and how to replay it', async () => {
    const result = await gradeDecayOfUpdatedWeights(undefined);
    const [failure] = result.checks.filter(({ status }) => status === 'failed');
    if (failure === undefined) throw new Error('nothing failed');
    // Adam's first step is α·1/(1 + ε) = 0.1 long. Right: 1 − 0.1 − 0.1·0.5·1 = 0.85; of the updated w: 0.9·(1 − 0.05)
    // = 0.855. Relative error: 0.005 / (0.85 + 0.855) = 2.9e-3.
    expect(messageOf(failure, result, student)).toBe(
      [
        'adamWStep › w does not match the reference   (public case 1)',
        '  smallest case   w = [1]   dw = [1]   m = [0]   v = [0]   t = 0   learningRate = 0.1   beta1 = 0.9   beta2 = 0.999   epsilon = 1e-8   weightDecay = 0.5',
        '  expected 0.850, got 0.855, relative error 2.9e-3, allowed 1e-9',
        '  Already right: state, and w where learningRate is 0, and where the gradient and both moments are zeros.',
        '  Hint 1 of 3: Your state is right. Which w does the decay multiply?   (next: npm run hint -- adamWStep)',
        '  Replay: npm test -- 06-optimizers -t adamWStep',
      ].join('\n'),
    );
  });

  it('should contain no number of a hidden case for students, and all of them for staff', async () => {
    const result = await gradeDecayOfUpdatedWeights('hidden');
    const [failure] = result.checks.filter(({ status }) => status === 'failed');
    const failingCase = result.exercise.cases.find(({ id }) => id === 'hidden/later-step');
    if (failure === undefined || failingCase === undefined) throw new Error('nothing failed');
    const onHidden = { ...failure, failingCase };
    expect(messageOf(onHidden, result, student)).toBe(
      [
        'adamWStep › “w matches the reference” fails on a hidden case, and passes on the public ones',
        '  Hidden cases are of the same kinds as the public ones, with numbers that are not shown: try sizes and values of your own.',
        '  Already right: state, and w where learningRate is 0, and where the gradient and both moments are zeros.',
        '  Hint 1 of 3: Your state is right. Which w does the decay multiply?   (next: npm run hint -- adamWStep)',
        '  The public check of the same kind: npm test -- 06-optimizers -t adamWStep',
      ].join('\n'),
    );
    expect(messageOf(onHidden, result, { ...student, reader: 'staff' })).toContain('expected 0.850, got 0.855');
  });
});
