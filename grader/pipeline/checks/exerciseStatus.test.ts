import { scoreExercise } from '../score';
import type { Check, Outcome, Outcomes } from '../types';
import { checkExercise, checkOutcomes } from './checkExercise';
import { askInRounds } from './planEvaluations';
import { caseOf, exerciseOf, outcomesOf, returned, threw } from './testing';
import { exercise, penalty } from './testing/penalty';

describe('the status of an exercise', () => {
  const status = (outcomes: Outcomes): string => checkOutcomes(exercise, outcomes).status;
  const each = (outcome: Outcome): Outcomes => askInRounds(exercise, () => () => outcome);

  it('should be todo if the first case throws with its own name, and an error with another', () => {
    expect(checkOutcomes(exercise, each(threw('NotImplementedError', 'penalty')))).toMatchObject({
      status: 'todo',
      problem: { status: 'todo' },
      checks: exercise.checks.map(() => ({ status: 'skipped', finding: { reason: 'todo' } })),
    });
    expect(checkOutcomes(exercise, each(threw('NotImplementedError', 'norm')))).toMatchObject({
      status: 'error',
      problem: { status: 'needs-neighbour', neighbour: 'norm' },
    });
  });

  it.each([
    ['passed', outcomesOf(exercise, penalty(1, 1))],
    ['failed', outcomesOf(exercise, penalty(1, 2))],
    ['error', each(threw('TypeError'))],
    [
      'timeout',
      new Map([...outcomesOf(exercise, penalty(1, 1)), ['three', { status: 'timeout', seconds: 1 } as const]]),
    ],
    ['memory', each({ status: 'memory' })],
    ['crashed', each({ status: 'crashed', detail: 'exit 0' })],
  ])('should be %s', (expected, outcomes) => {
    expect(status(outcomes)).toBe(expected);
  });

  it('should never be passed without a check', () => {
    const empty = exerciseOf({ cases: [caseOf('one', [1], 1)] });
    expect(checkOutcomes(empty, new Map([['one', returned(1)]])).status).toBe('failed');
  });

  it.each([
    [{ status: 'missing-export', exports: [] }, 'error', 'missing'],
    [{ status: 'not-a-function', got: 'number' }, 'error', 'missing'],
    [{ status: 'file', problem: { status: 'missing', file: 'a.ts' } }, 'error', 'unreadable'],
    [
      {
        status: 'forbidden-call',
        call: 'tf.softmax',
        place: { file: 'a.ts', line: 1, column: 1, text: '' },
        through: [],
      },
      'forbidden',
      'forbidden',
    ],
  ] as const)('should skip every check on the problem %j', (problem, expected, reason) => {
    const result = checkExercise(exercise, { status: 'not-run', problem });
    expect(result).toMatchObject({
      status: expected,
      problem,
      checks: exercise.checks.map(() => ({ status: 'skipped', finding: { reason } })),
    });
    expect(scoreExercise(result)).toMatchObject({ score: 0, maxScore: 6.5 });
  });
});

describe('checks that the course has withdrawn', () => {
  const score = (
    how: Check['withdrawn'],
    ids: readonly string[],
    outcomes: Outcomes,
  ): ReturnType<typeof scoreExercise> => {
    const checks = exercise.checks.map((check) =>
      ids.includes(check.id) ? { ...check, withdrawn: how, points: how === 'left-out' ? 0 : check.points } : check,
    );
    return scoreExercise(checkOutcomes({ ...exercise, checks }, outcomes));
  };
  const right = outcomesOf(exercise, penalty(1, 1));
  const wrongGradient = outcomesOf(exercise, penalty(1, 0.5));

  it('should give their points to everyone or count for no one', () => {
    const all = score(undefined, [], right).maxScore;
    const [given, leftOut] = (['given', 'left-out'] as const).map((how) =>
      score(how, ['exercise.dw', 'exercise.gradient'], wrongGradient),
    );
    const own = exercise.checks
      .filter(({ id }) => id === 'exercise.dw' || id === 'exercise.gradient')
      .reduce((sum, { points: worth }) => sum + worth, 0);
    expect([given?.score, given?.maxScore, given?.status]).toEqual([all, all, 'passed']);
    expect([leftOut?.score, leftOut?.maxScore, leftOut?.status]).toEqual([all - own, all - own, 'passed']);
    expect(given?.checks.filter(({ status }) => status === 'skipped').map(({ finding }) => finding)).toEqual([
      { id: 'skipped', reason: 'points-given' },
      { id: 'skipped', reason: 'points-given' },
    ]);
  });

  it('should give their points even if nothing could be checked, and not block checks that depended on them', () => {
    const todo = new Map([['two', threw('NotImplementedError', 'penalty')]]);
    expect(score('given', ['exercise.dw'], todo)).toMatchObject({ status: 'todo', score: 1 });
    // Without a reference, the law counts on its own.
    const references = ['exercise.loss', 'exercise.dw'];
    const { checks } = score('left-out', references, right);
    expect(checks.filter(({ status }) => status === 'skipped').map(({ check }) => check.id)).toEqual(references);
  });
});
