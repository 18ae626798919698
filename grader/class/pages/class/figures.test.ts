import type {
  AssignmentJson,
  CheckJson,
  ExerciseJson,
  SubmissionResult,
} from '../../../pipeline/report/submissionResult';
import { madeAssignment, madeCheck, madeExercise, madeSubmission } from '../../testing/results';
import { attentionOf } from './attention';
import { exerciseFigures } from './exercises';
import { doubtfulItems } from './items';
import { mistakeFigures } from './mistakes';
import { histogramOf } from './scores';
import { slowest } from './slowest';
import { median, percent, short } from './statistics';

const check = (id: string, status: CheckJson['status']): CheckJson => madeCheck(id, status, { maxPoints: 1 });
const exercise = (name: string, score: number | null, changes: Partial<ExerciseJson> = {}): ExerciseJson => {
  const status = score === 10 ? 'passed' : 'failed';
  return madeExercise(name, status, [check(`${name}.loss`, status)], { score, maxScore: 10, ...changes });
};
const assignment = (exercises: readonly ExerciseJson[], changes: Partial<AssignmentJson> = {}): AssignmentJson =>
  madeAssignment('03-losses', exercises, changes);
const student = (
  submission: string,
  assignments: readonly AssignmentJson[],
  score: number | null = 0,
): SubmissionResult => madeSubmission(submission, assignments, { score, maxScore: 20 });

describe('attentionOf', () => {
  it('should list the grader’s failures first, and join exercises with the same status', () => {
    const results = [
      student('ann', [assignment([exercise('a', 0, { status: 'timeout', message: 'a › did not finish\n  stopped' }), exercise('b', 0, { status: 'timeout' })])]),
      student('bob', [assignment([], { status: 'missing' }), assignment([], { status: 'unreadable', message: 'does not compile\nat 3:4' })]),
      student('cat', [assignment([exercise('a', null, { status: 'infrastructure' })])]),
      student('dan', [assignment([exercise('a', 10), exercise('b', 0, { status: 'todo' }), exercise('c', 3)])]),
    ]; // prettier-ignore
    expect(attentionOf(results)).toMatchObject([
      { submission: 'cat', where: '03-losses › a', status: 'infrastructure', why: '' },
      { submission: 'bob', where: '03-losses', status: 'unreadable', why: 'does not compile; at 3:4' },
      { submission: 'ann', where: '03-losses › a, b', status: 'timeout', why: 'did not finish; stopped' },
    ]);
  });
});

describe('histogramOf', () => {
  it('should count full marks in the last bin, and skip students without a score', () => {
    // 0, 1.9 and 2 of 20 are 0, 9.5 and 10 %.
    const results = [0, 1.9, 2, 20, null].map((score, index) => student(String(index), [], score));
    expect(histogramOf(results)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('exerciseFigures', () => {
  it('should count students who submitted, except those who could not be graded', () => {
    const results = [
      student('ann', [assignment([exercise('a', 10)])]),
      student('bob', [assignment([exercise('a', 4)])]),
      student('cat', [assignment([exercise('a', 0)], { status: 'missing' })]),
      student('dan', [assignment([exercise('a', null, { status: 'infrastructure' })])]),
      student('eve', [assignment([exercise('a', 0, { status: 'todo' })])]),
    ];
    // (10 + 4 + 0)/3
    expect(exerciseFigures(results)).toEqual([
      {
        assignment: '03-losses',
        exercise: 'a',
        graded: 3,
        passed: 1,
        toDo: 1,
        meanScore: expect.closeTo(14 / 3) as number,
        maxScore: 10,
      },
    ]);
  });
});

describe('mistakeFigures', () => {
  it('should count a mistake once per student, in its original exercise', () => {
    const wrong = exercise('norm', 0, { mistake: 'no-root' });
    const results = [
      student('ann', [assignment([wrong, exercise('loss', 5, { mistake: 'no-root', carriedFrom: 'norm' })])]),
      student('bob', [assignment([wrong])]),
      student('cat', [assignment([exercise('loss', 0, { mistake: 'sign' })])]),
    ];
    expect(mistakeFigures(results)).toEqual([
      { assignment: '03-losses', exercise: 'norm', mistake: 'no-root', students: ['ann', 'bob'], carried: 1 },
      { assignment: '03-losses', exercise: 'loss', mistake: 'sign', students: ['cat'], carried: 0 },
    ]);
  });
});

describe('doubtfulItems', () => {
  it('should find a check that students with full marks elsewhere fail', () => {
    const results = [
      student('ann', [assignment([exercise('a', 10), exercise('b', 0)])]),
      student('bob', [assignment([exercise('a', 10), exercise('b', 0)])]),
      student('cat', [assignment([exercise('a', 10), exercise('b', 10)])]),
      student('dan', [assignment([exercise('a', 3), exercise('b', 0)])]),
    ];
    // Of the three with full marks in a, two fail b. No one with full marks in b fails a.
    // By points in a, the better half is ann and bob, 0 of 2; the weaker one cat and dan, 1 of 2.
    expect(doubtfulItems(results)).toEqual([
      {
        ...{ assignment: '03-losses', exercise: 'b', check: 'b.loss', strong: 3, failing: ['ann', 'bob'] },
        ...{ better: { passed: 0, of: 2 }, weaker: { passed: 1, of: 2 } },
      },
    ]);
  });

  it('should skip assignments with a single exercise', () => {
    expect(doubtfulItems([student('ann', [assignment([exercise('a', 0)])])])).toEqual([]);
  });
});

describe('slowest', () => {
  it('should compare the slowest with the class median', () => {
    const results = [5, 1, 30].map((durationMs, index) =>
      student(String(index), [assignment([exercise('a', 10, { durationMs })])]),
    );
    expect(slowest(results, 1)).toEqual([{ submission: '2', where: '03-losses › a', durationMs: 30, usualMs: 5 }]);
  });
});

describe('statistics', () => {
  it('should never round to 0 or 100 %', () => {
    expect([percent(0, 9), percent(1, 900), percent(899, 900), percent(3, 4), percent(9, 9), percent(0, 0)]).toEqual(
      ['0 %', '< 1 %', '> 99 %', '75 %', '100 %', '–'], // prettier-ignore
    );
    expect([short(37.46), short(40), short(NaN)]).toEqual(['37.5', '40', '–']);
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, NaN]);
  });
});
