import { tensor } from '../course/spec/values';
import * as tf from '../../precision/tfjs';
import { scoreExercise } from '../score';
import type { Check, Outcome, Outcomes } from '../types';
import { sameAgain } from './laws/sameAgain';
import { checkOutcomes } from './checkExercise';
import { askInRounds } from './planEvaluations';
import { caseOf, exerciseOf, outcomesOf, referenceOf, unobserved } from './testing';
import { cases, exercise, ids, law, penalty, side } from './testing/penalty';

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
