import { tensor } from '../course/spec/values';
import * as tf from '../../precision/tfjs';
import { scoreExercise } from '../score';
import type { Check, Exercise, Outcome, Outcomes } from '../types';
import { sameAgain } from './laws/sameAgain';
import { unchangedUnder } from './laws/unchangedUnder';
import { checkExercise, checkOutcomes } from './checkExercise';
import { askInRounds } from './planEvaluations';
import { caseOf, exerciseOf, gradientOf, outcomesOf, referenceOf, returned, threw, unobserved } from './testing';

// loss = Σ w², dw = 2w, on a case with two numbers and one with three; the mistake forgets the 2 in both.
const cases = [
  caseOf('two', [tensor([1, 2])], { loss: tensor(5), dw: tensor([2, 4]) }),
  caseOf('three', [tensor([1, 2, 3])], { loss: tensor(14), dw: tensor([2, 4, 6]) }),
];
const ids = cases.map(({ id }) => id);
const side = (kind: 'input' | 'leak' | 'kernels'): Check => ({ id: `exercise.${kind}`, kind, points: 0.5, cases: ids });
const law: Check = {
  id: 'exercise.law',
  kind: 'property',
  law: unchangedUnder,
  parameters: { transform: 'negate', argument: 'w', fields: ['loss'] },
  points: 1,
  cases: ids,
};
const halved = new Map<string, Outcome>([
  ['two', returned({ loss: tensor(2.5), dw: tensor([1, 2]) })],
  ['three', returned({ loss: tensor(7), dw: tensor([1, 2, 3]) })],
]);

/** 1 + 1 for the two fields, 2 for the gradient check, 1 for the law, 1.5 for side effects: 6.5 in total. */
const exercise: Exercise = exerciseOf({
  name: 'penalty',
  arguments: ['w'],
  cases,
  checks: [
    referenceOf('loss', ids),
    referenceOf('dw', ids),
    gradientOf(ids),
    law,
    side('input'),
    side('leak'),
    side('kernels'),
  ],
  mistakes: [{ id: 'halved', hints: ['a', 'b', 'c'], carriedFrom: undefined, outcomes: halved }],
});

const penalty = (lossFactor: number, gradientFactor: number) => (w: tf.Tensor) => ({
  loss: tf.tidy(() => w.square().sum().mul(lossFactor)),
  dw: w.mul(2 * gradientFactor),
});

const points = (run: (w: tf.Tensor) => unknown): Record<string, number> =>
  of(outcomesOf(exercise, run as () => unknown));
const of = (outcomes: Outcomes): Record<string, number> => {
  const { checks } = scoreExercise(checkOutcomes(exercise, outcomes));
  return Object.fromEntries(
    checks.flatMap((check) => (check.points === 0 ? [] : [[check.check.id.replace('exercise.', ''), check.points]])),
  );
};
const reasonsOf = (run: (w: tf.Tensor) => unknown): Record<string, string> => {
  const { checks } = checkOutcomes(exercise, outcomesOf(exercise, run as () => unknown));
  return Object.fromEntries(
    checks.flatMap(({ check, finding }) => (finding?.id === 'skipped' ? [[check.kind, finding.reason]] : [])),
  );
};
const all = { loss: 1, dw: 1, gradient: 2, law: 1, input: 0.5, leak: 0.5, kernels: 0.5 };

describe('the points of an exercise', () => {
  it('should all be earned by a correct answer', () => {
    expect(points(penalty(1, 1))).toEqual(all);
  });

  it('should be kept for side effects and laws if one reference check passes', () => {
    expect(points(penalty(1, 3))).toEqual({ loss: 1, law: 1, input: 0.5, leak: 0.5, kernels: 0.5 });
  });

  it('should not be earned by side effects, laws or the gradient of a wrong answer', () => {
    // Gradient and loss are consistent, but the loss is neither the reference's nor a recorded mistake's.
    expect(points(penalty(3, 3))).toEqual({});
    expect(reasonsOf(penalty(3, 3))).toEqual({
      gradient: 'loss-first',
      property: 'reference-first',
      input: 'reference-first',
      leak: 'reference-first',
      kernels: 'reference-first',
    });
  });

  it('should be earned by the gradient of a loss with a recorded mistake', () => {
    expect(points(penalty(0.5, 0.5))).toEqual({ gradient: 2 });
    // The loss is a recorded mistake's; the gradient does not match it.
    expect(points(penalty(0.5, 3))).toEqual({});
  });

  it('should not be earned by a gradient whose loss is right in only one case', () => {
    const partly = (w: tf.Tensor) => penalty(w.size === 2 ? 1 : 0.5, w.size === 2 ? 1 : 0.5)(w);
    expect(points(partly)).toEqual({});
  });

  it.each([0, 1])('should not be earned by answers of %ds', (number) => {
    const constant = (w: tf.Tensor) => ({ loss: tf.scalar(number), dw: tf.fill(w.shape, number) });
    expect(points(constant)).toEqual({});
  });

  it('should not be earned by echoing inputs, returning nothing, or ending the process', () => {
    expect(points((w) => w)).toEqual({});
    expect(points((w) => ({ loss: w, dw: w }))).toEqual({});
    expect(points(() => undefined)).toEqual({});
    expect(of(new Map())).toEqual({});
    const empty: Outcome = { status: 'returned', values: [], observed: unobserved };
    expect(of(askInRounds(exercise, () => () => empty))).toEqual({});
  });
});

describe('a check whose answers are all the same', () => {
  const both = [
    caseOf('two', [tensor([1, 2])], tensor(3)),
    caseOf('three', [tensor([4, 2, 3])], tensor(9)),
    caseOf('empty', [tensor([])], tensor(-1)),
  ];
  const summed = exerciseOf({
    arguments: ['w'],
    cases: both,
    checks: [
      referenceOf(undefined, ['two', 'three']),
      { ...referenceOf(undefined, ['empty']), id: 'exercise.ofNothing' },
      { id: 'exercise.leak', kind: 'leak', points: 1, cases: ['empty'] },
    ],
  });
  const earned = (run: (w: tf.Tensor) => unknown): Record<string, string> => {
    const outcomes = outcomesOf(summed, run as () => unknown);
    const { checks } = checkOutcomes(summed, outcomes);
    return Object.fromEntries(checks.map(({ check, status }) => [check.id.replace('exercise.', ''), status]));
  };

  it('should earn nothing alone, nor have others earn', () => {
    expect(earned(() => tf.scalar(-1))).toEqual({ result: 'failed', ofNothing: 'skipped', leak: 'skipped' });
  });

  it('should earn beside one whose answers differ, and fail as any other', () => {
    expect(earned((w) => (w.size === 0 ? tf.scalar(-1) : w.sum()))).toEqual({
      result: 'passed',
      ofNothing: 'passed',
      leak: 'passed',
    });
    expect(earned((w) => w.sum())).toMatchObject({ ofNothing: 'failed' });
  });

  it('should count where an exercise has no other', () => {
    const constant = exerciseOf({ arguments: ['w'], cases: both, checks: [referenceOf(undefined, ['empty'])] });
    const outcomes = outcomesOf(constant, () => tf.scalar(-1));
    expect(checkOutcomes(constant, outcomes).status).toBe('passed');
  });
});

describe('an exercise without a unique answer', () => {
  const again: Check = {
    id: 'exercise.again',
    kind: 'property',
    law: sameAgain,
    parameters: {},
    points: 1,
    cases: ids,
  };
  const lawful = exerciseOf({ arguments: ['w'], cases, checks: [law, again, side('leak')] });
  const statuses = (run: (w: tf.Tensor) => unknown): string[] =>
    checkOutcomes(lawful, outcomesOf(lawful, run as () => unknown)).checks.map(({ status }) => status);

  it('should be proven only if all its laws hold', () => {
    expect(statuses(penalty(5, 5))).toEqual(['passed', 'passed', 'passed']);
    // Σw depends on the sign, so the first law is broken; the second holds and counts separately.
    expect(statuses((w) => ({ loss: w.sum() }))).toEqual(['failed', 'passed', 'skipped']);
  });

  it('should earn nothing for side effects if it has no laws either', () => {
    const bare = exerciseOf({ arguments: ['w'], cases, checks: [side('leak')] });
    expect(
      checkOutcomes(
        bare,
        outcomesOf(bare, () => 1),
      ).checks,
    ).toMatchObject([{ status: 'skipped', finding: { reason: 'laws-first' } }]);
  });
});

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
