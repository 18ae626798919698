import { tensor } from '../course/spec/values';
import { checkExercise, checkOutcomes } from '../checks';
import { caseOf, exerciseOf, gradientOf, referenceOf, returned } from '../checks/testing';
import { scoreAssignment, totalScore } from '../score';
import type { Assignment, AssignmentResult, Exercise, ExerciseResult } from '../types';
import { submissionResultSchema, type SubmissionResult } from './submissionResult';
import { textsFor, type Texts } from './texts';
import { toJson } from './toJson';

const provenance = {
  submission: 'alice',
  scope: 'full',
  seedLabel: '3f2a91c0',
  isolation: 'bubblewrap',
  graderVersion: '1.0.0',
  specHash: 'abc',
  node: '20.0.0',
  tfjs: '4.22.0',
} as const;

/**
 * Two points for the loss, which is right on the public case, and 41 instead of 42.25 on the hidden one; two for dw.
 */
const exercise: Exercise = exerciseOf({
  name: 'penalty',
  arguments: ['w'],
  cases: [
    caseOf('public/a', [tensor([1])], { loss: tensor(1), dw: tensor([2]) }),
    caseOf('hidden/b', [tensor([7.375])], { loss: tensor(42.25), dw: tensor([3]) }, { visibility: 'hidden' }),
  ],
  checks: [
    referenceOf('loss', ['public/a', 'hidden/b'], { points: 2 }),
    referenceOf('dw', ['public/a', 'hidden/b'], { points: 2 }),
  ],
});
const other = { ...exercise, name: 'other', checks: [...exercise.checks, gradientOf(['public/a'], { points: 1 })] };
const outcomes = new Map([
  ['public/a', returned({ loss: tensor(1), dw: tensor([2]) })],
  ['hidden/b', returned({ loss: tensor(41.25), dw: tensor([3]) })],
]);
const hiddenFailure = checkExercise(exercise, { status: 'answered', outcomes, durationMs: 12.4 });

const resultOf = (...exercises: readonly ExerciseResult[]): AssignmentResult => {
  const assignment: Assignment = {
    id: '03-losses',
    title: '',
    file: 'losses.ts',
    optional: false,
    scope: 'full',
    specHash: '',
    exercises: [],
  };
  return { assignment, status: 'graded', problem: undefined, exercises };
};
/** As read back: without undefined fields. */
const asWritten = (result: SubmissionResult): SubmissionResult =>
  submissionResultSchema.parse(JSON.parse(JSON.stringify(result)));
const jsonOf = (...exercises: readonly ExerciseResult[]): SubmissionResult =>
  asWritten(toJson(totalScore([scoreAssignment(resultOf(...exercises))]), provenance));
type ExerciseJson = SubmissionResult['assignments'][number]['exercises'][number];
const writtenOf = (result: ExerciseResult): ExerciseJson | undefined => jsonOf(result).assignments[0]?.exercises[0];

describe('toJson', () => {
  it('should have the stable format', () => {
    expect(jsonOf(hiddenFailure)).toMatchObject({
      schemaVersion: 1,
      precision: 'float64',
      ...provenance,
      score: 2,
      maxScore: 4,
      assignments: [
        {
          id: '03-losses',
          status: 'graded',
          score: 2,
          maxScore: 4,
          exercises: [
            {
              name: 'penalty',
              status: 'failed',
              score: 2,
              maxScore: 4,
              mistake: null,
              hints: [],
              carriedFrom: null,
              durationMs: 12,
              checks: [
                {
                  id: 'exercise.loss',
                  name: 'loss matches the reference',
                  kind: 'reference',
                  status: 'failed',
                  visibility: 'hidden',
                  points: 0,
                  maxPoints: 2,
                  // |42.25 − 41.25| / (42.25 + 41.25 + 1e-8)
                  relativeError: expect.closeTo(1 / 83.5, 9) as number,
                  threshold: 1e-9,
                },
                { id: 'exercise.dw', status: 'passed', visibility: 'public', points: 2, relativeError: 0, message: '' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('should give numbers of hidden cases only to staff', () => {
    const [check] = writtenOf(hiddenFailure)?.checks ?? [];
    expect(check?.message).toContain('42.25');
    expect(check?.message).toContain('7.375');
    for (const number of ['42', '41', '7.3']) expect(check?.studentMessage).not.toContain(number);
    expect(check?.studentMessage).toContain('fails on a hidden case');
  });

  it('should report the last output of a process that knew hidden inputs only to staff', () => {
    const outcome = { status: 'crashed', detail: 'its answers break the protocol: "7.375" is no frame' } as const;
    const crashed = checkExercise(exercise, { status: 'not-run', problem: { status: 'stopped', outcome } });
    const told = writtenOf(crashed);
    expect(told?.message).toContain('7.375');
    expect(told?.studentMessage).toContain('crashed its process');
    expect(told?.studentMessage).not.toContain('7.375');
    const publicAlone = { ...exercise, cases: exercise.cases.slice(0, 1) };
    const seen = writtenOf(checkExercise(publicAlone, { status: 'not-run', problem: { status: 'stopped', outcome } }));
    expect(seen?.studentMessage).toContain('7.375');
  });

  it('should have pictures only of public cases', () => {
    const [a, b] = [tensor([1, 2, 3, 4]), tensor([2, 4, 6, 8])];
    const pictured = exerciseOf({
      cases: [caseOf('public/a', [1], a), caseOf('hidden/b', [2], b, { visibility: 'hidden' })],
      checks: [referenceOf(undefined, ['public/a', 'hidden/b'])],
    });
    const pictures = (ofA: typeof a, ofB: typeof b): unknown => {
      const given = new Map([['public/a', returned(ofA)], ['hidden/b', returned(ofB)]]); // prettier-ignore
      return writtenOf(checkOutcomes(pictured, given))?.checks.map(({ picture }) => picture?.expected);
    };
    expect(pictures(b, b)).toEqual([[1, 2, 3, 4]]);
    expect(pictures(a, a)).toEqual([undefined]);
  });

  it('should give hints and messages in the requested language and name it', () => {
    const mistake = {
      id: 'm',
      hints: ['a', 'b', 'c'] as const,
      translations: { zh: ['甲', '乙', '丙'] as const },
      carriedFrom: undefined,
    };
    const score = totalScore([scoreAssignment(resultOf({ ...hiddenFailure, mistake }))]);
    const said = (texts?: Texts): SubmissionResult => asWritten(toJson(score, provenance, texts));
    expect(said()).toMatchObject({ language: 'en', assignments: [{ exercises: [{ hints: ['a', 'b', 'c'] }] }] });
    expect(said(textsFor('zh'))).toMatchObject({
      language: 'zh',
      assignments: [{ exercises: [{ hints: ['甲', '乙', '丙'] }] }],
    });
  });

  it('should write numbers that JSON lacks by name, and verdicts only for gradient checks', () => {
    const [first] = hiddenFailure.checks;
    if (first === undefined) throw new Error('no check');
    const named = [NaN, Infinity, -Infinity].map((relativeError) => ({ ...first, relativeError }));
    const checks = writtenOf({ ...hiddenFailure, checks: named })?.checks;
    expect(checks).toMatchObject([
      { relativeError: 'NaN' },
      { relativeError: 'Infinity' },
      { relativeError: '-Infinity' },
    ]);
    expect(checks?.[0]).not.toHaveProperty('verdict');
    const gradient = { ...first, check: gradientOf(['public/a']), verdict: 'wrong' } as const;
    expect(writtenOf({ ...hiddenFailure, checks: [gradient] })?.checks).toMatchObject([{ verdict: 'wrong' }]);
  });

  it.each([
    [{ status: 'todo' }, 'todo'],
    [{ status: 'missing-export', exports: [] }, 'error'],
    [
      { status: 'forbidden-call', call: 'tf.softmax', place: { file: 'a', line: 1, column: 1, text: '' }, through: [] },
      'forbidden',
    ],
    [{ status: 'file', problem: { status: 'missing', file: 'a.ts' } }, 'error'],
  ] as const)('should list every check as skipped with 0 for the problem %j', (problem, status) => {
    const listed = writtenOf(checkExercise(other, { status: 'not-run', problem }));
    expect(listed).toMatchObject({ status, score: 0, maxScore: 5 });
    expect(listed?.checks.map((check) => [check.status, check.points])).toEqual(Array(3).fill(['skipped', 0]));
    expect(listed?.checks.every(({ message }) => message !== '')).toBe(true);
  });

  it('should add up at every level, including a carried mistake', () => {
    const carried = { ...hiddenFailure, mistake: { id: 'm', hints: ['a', 'b', 'c'] as const, carriedFrom: 'x' } };
    const json = jsonOf(hiddenFailure, carried, checkOutcomes(other, outcomes));
    // 2; 2 and 70 % of the other 2, in halves 1; 2 (its gradient was never run)
    expect(json.score).toBe(2 + 3 + 2);
    const sum = (parts: readonly { points?: number; score?: number | null }[] = []): number =>
      parts.reduce((total, { points, score }) => total + (points ?? score ?? 0), 0);
    expect(sum(json.assignments)).toBe(json.score);
    for (const one of json.assignments) {
      expect(sum(one.exercises)).toBe(one.score);
      for (const { checks, score } of one.exercises) expect(sum(checks)).toBe(score);
    }
  });
});
