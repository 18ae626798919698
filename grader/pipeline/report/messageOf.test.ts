import { tensor } from '../course/spec/values';
import { checkExercise, checkOutcomes } from '../checks';
import { caseOf, exerciseOf, referenceOf, returned } from '../checks/testing';
import { scoreExercise, type ScoredExercise } from '../score';
import type { Exercise, Outcome, RecognisedMistake } from '../types';
import { messageOf, problemMessage, type MessageOptions } from './messageOf';
import { textsFor } from './texts';

const student: MessageOptions = { reader: 'student', assignment: '03-losses', hint: 1 };
const exercise: Exercise = exerciseOf({
  name: 'square',
  arguments: ['x', 'lambda'],
  cases: [caseOf('a', [tensor([3]), 0.5], { loss: tensor(9), dx: tensor([6]) })],
  checks: [referenceOf('loss', ['a'], { points: 5 }), referenceOf('dx', ['a'], { points: 5 })],
});
const gradedOn = (outcome: Outcome, mistake?: RecognisedMistake): ScoredExercise =>
  scoreExercise({
    ...checkOutcomes(exercise, new Map([['a', outcome]])),
    mistake,
  });
const wrongLoss = returned({ loss: tensor(8), dx: tensor([6]) });
const mistake: RecognisedMistake = { id: 'too-small', hints: ['Look.', 'Think.', 'Name.'], carriedFrom: undefined };
const firstMessage = (result: ScoredExercise, options: Partial<MessageOptions> = {}): string => {
  const [check] = result.checks;
  return check === undefined ? '' : messageOf(check, result, { ...student, ...options });
};

describe('messageOf', () => {
  const claim = [
    'square › loss does not match the reference   (public case 1)',
    '  smallest case   x = [3]   lambda = 0.5',
    // |9 − 8| / (9 + 8)
    '  expected 9, got 8',
    '  Already right: dx.',
  ];
  const replay = '  Replay: npm test -- 03-losses -t square';

  it('should report what, where, expected, got and how to replay', () => {
    expect(firstMessage(gradedOn(wrongLoss))).toBe([...claim, replay].join('\n'));
  });

  it.each([
    [1, '  Hint 1 of 3: Look.   (next: npm run hint -- square)'],
    [2, '  Hint 2 of 3: Think.   (next: npm run hint -- square)'],
    [3, '  Hint 3 of 3: Name.'],
  ] as const)('should give hint %d of a recognised mistake', (hint, line) => {
    expect(firstMessage(gradedOn(wrongLoss, mistake), { hint })).toBe([...claim, line, replay].join('\n'));
    expect(firstMessage(gradedOn(wrongLoss, mistake), { hint: 0 })).toBe([...claim, replay].join('\n'));
  });

  it('should use another language, including translated hints', () => {
    const translations = { zh: ['看。', '想。', '名。'] } as const;
    const texts = textsFor('zh');
    expect(firstMessage(gradedOn(wrongLoss, { ...mistake, translations }), { texts })).toBe(
      [
        'square › loss 与参考答案不符   （公开用例 1）',
        '  最小用例   x = [3]   lambda = 0.5',
        '  应为 9，实际为 8',
        '  已经正确：dx。',
        '  提示 1/3：看。   （下一条：npm run hint -- square）',
        '  重新运行：npm test -- 03-losses -t square',
      ].join('\n'),
    );
    expect(firstMessage(gradedOn(wrongLoss, mistake), { texts, hint: 3 })).toContain('提示 3/3：Name.');
  });

  it('should point from a carried mistake to its origin and report the credited points', () => {
    // 70 % of the 5 points that the loss costs is 3.5.
    const carried = '  This follows from softmax: fix that one first. Until then, 3.5 points lost here are credited.';
    const result = gradedOn(wrongLoss, { ...mistake, carriedFrom: 'softmax' });
    expect(firstMessage(result)).toBe([...claim, carried, replay].join('\n'));
    // The mistake's name is a student's last hint.
    expect(firstMessage(result, { reader: 'staff' })).toContain('This follows from softmax (too-small): fix');
  });

  it('should report which special cases of the field itself are right', () => {
    const result = gradedOn(wrongLoss);
    const [check, dx] = result.checks;
    if (check === undefined || dx === undefined) throw new Error('no checks');
    const rightWhere = ['lambda is 0', 'x is 0', 'x is long'].map((label) => ({ label }));
    expect(messageOf({ ...check, rightWhere }, result, student)).toContain(
      'Already right: dx, and loss where lambda is 0, and where x is 0.',
    );
    const alone = { ...result, checks: [check] };
    expect(messageOf({ ...check, rightWhere: [{ label: 'x is 0' }] }, alone, student)).toContain(
      'Already right: loss where x is 0.',
    );
    expect(messageOf(check, alone, student)).not.toContain('Already');
  });

  it('should not call a field right if another check finds something in it', () => {
    // The check of large numbers finds a non-finite dx, while the first one passes.
    const cases = ['a', 'b'].map((id) => caseOf(id, [tensor([3]), 0.5], { loss: tensor(9), dx: tensor([6]) }));
    const two = exerciseOf({
      ...exercise,
      cases,
      checks: [
        referenceOf('loss', ['a', 'b']),
        referenceOf('dx', ['a']),
        referenceOf('dx', ['b'], { id: 'square.large' }),
      ],
    });
    const outcomes = new Map([
      ['a', wrongLoss],
      ['b', returned({ loss: tensor(9), dx: tensor([NaN]) })],
    ]);
    const result = scoreExercise(checkOutcomes(two, outcomes));
    expect(firstMessage(result)).not.toContain('Already right');
  });

  it('should have no message for a check that passed', () => {
    const result = gradedOn(returned({ loss: tensor(9), dx: tensor([6]) }));
    expect(firstMessage(result)).toBe('');
  });

  it('should give only the reason for a skipped check', () => {
    expect(
      firstMessage(scoreExercise(checkExercise(exercise, { status: 'not-run', problem: { status: 'todo' } }))),
    ).toBe('still to do');
  });

  it('should limit what a hostile submission can write', () => {
    const result = gradedOn({
      status: 'threw',
      error: {
        name: 'E'.repeat(1e4),
        message: '\u001b[2J'.repeat(1e4),
        exercise: undefined,
        stack: '',
        place: undefined,
      },
    });
    expect(firstMessage(result).length).toBeLessThan(1000);
  });
});

describe('problemMessage', () => {
  it('should report what keeps an exercise from being checked', () => {
    const result = scoreExercise(
      checkExercise(exercise, { status: 'not-run', problem: { status: 'missing-export', exports: ['sqare'] } }),
    );
    expect(problemMessage(result, student)).toBe(
      [
        'square › is not exported',
        '  the file exports sqare',
        '  write `export function …` with exactly this name',
        '  Replay: npm test -- 03-losses -t square',
      ].join('\n'),
    );
    expect(problemMessage(gradedOn(wrongLoss), student)).toBe('');
  });
});
