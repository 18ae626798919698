import { tensor } from '../course/spec/values';
import type * as tf from '../../precision/tfjs';
import { execute } from '../../execution/execute';
import type { Case, Check, Exercise, KnownMistake, Outcomes, Visibility } from '../types';
import { checkOutcomes } from './checkExercise';
import type { PlannedEvaluation } from './checkKind';
import { askInRounds, planEvaluations } from './planEvaluations';
import { unchangedUnder } from './laws/unchangedUnder';
import { caseOf, exerciseOf, gradientOf, referenceOf, returned, threw } from './testing';

type Run = (w: tf.Tensor) => unknown;

/** loss = Σ w², dw = 2w */
const right: Run = (w) => ({ loss: w.square().sum(), dw: w.mul(2) });
const wrongGradient: Run = (w) => ({ loss: w.square().sum(), dw: w.mul(3) });
const wrong: Run = (w) => ({ loss: w.sum(), dw: w.mul(2) });

const inputs = {
  'public/one': [1, 2, 3],
  'public/two': [1, 2, 3, -4],
  'hidden/one': [2, 3, 5],
  'hidden/two': [2, 3, 5, -7],
};
const cases = Object.entries(inputs).map(([id, numbers]): Case => {
  const w = tensor(numbers);
  const visibility: Visibility = id.startsWith('public') ? 'public' : 'hidden';
  return { ...caseOf(id, [w], 0, { visibility }), expected: execute(right, { kind: 'calls', calls: [[w]] }) };
});
const ids = Object.keys(inputs);
const law: Check = {
  id: 'exercise.even',
  kind: 'property',
  law: unchangedUnder,
  parameters: { transform: 'negate', argument: 'w', fields: ['loss'] },
  points: 1,
  cases: ids,
};
const checks = [referenceOf('loss', ids), referenceOf('dw', ids), gradientOf(ids), law];
const exercise = exerciseOf({ arguments: ['w'], checks, cases });

const mistakeOf = (run: Run): KnownMistake => ({
  id: 'recorded',
  hints: ['a', 'b', 'c'],
  carriedFrom: undefined,
  outcomes: new Map(cases.map(({ id, calls }) => [id, execute(run, { kind: 'calls', calls })])),
});

/** Ids in the order of evaluation. */
function asked(run: Run, of: Exercise = exercise): readonly string[] {
  return [
    ...askInRounds(
      of,
      () =>
        ({ evaluation }) =>
          execute(run, evaluation),
    ).keys(),
  ];
}

const elementsOf = (names: readonly string[]): readonly string[] => names.filter((id) => id.endsWith('/elements'));
const hidden = (names: readonly string[]): readonly string[] => names.filter((id) => id.startsWith('hidden'));

describe('planEvaluations', () => {
  it('should ask the cases first, in order, then what single checks need; hidden cases after all public ones', () => {
    expect(asked(right)).toEqual([
      'public/one',
      'public/two',
      // Note [Proven once]: the smaller case needs no differences.
      'public/two/loss-by-0/first/directions',
      'public/two/exercise.even/0',
      'hidden/one',
      'hidden/two',
      'hidden/two/loss-by-0/first/directions',
      'hidden/two/exercise.even/0',
    ]);
  });

  it('should compare a wrong gradient element by element on the first failing case', () => {
    const names = asked(wrongGradient);
    expect(elementsOf(names)).toEqual(['public/one/loss-by-0/elements']);
    const outcomes = askInRounds(
      exercise,
      () =>
        ({ evaluation }) =>
          execute(wrongGradient, evaluation),
    );
    expect(checkOutcomes(exercise, outcomes).checks).toMatchObject([
      { status: 'passed' },
      { status: 'failed' },
      // dw is 3w instead of 2w: farthest off at the largest element.
      {
        status: 'failed',
        finding: { id: 'gradient-differs', at: { element: [2] }, compared: 3 },
        failingCase: { id: 'public/one' },
      },
      { status: 'passed' },
    ]);
  });

  it('should ask hidden cases only while they can change the points or the recognised mistake', () => {
    // The loss is right on public cases and could still be wrong on hidden ones.
    expect(hidden(asked(wrongGradient))).not.toEqual([]);
    const onlyLoss = { ...exercise, checks: [referenceOf('loss', ids), gradientOf(ids), law] };
    expect(asked(wrong, onlyLoss)).toEqual(['public/one', 'public/two']);
    expect(hidden(asked(wrong, { ...onlyLoss, mistakes: [mistakeOf(wrong)] }))).toContain('hidden/two');
    expect(hidden(asked(wrong, { ...onlyLoss, mistakes: [mistakeOf(wrongGradient)] }))).toEqual([]);
  });

  it('should ask nothing more of a function that is still a TODO or a process that has ended', () => {
    const plan = (outcomes: Outcomes): readonly PlannedEvaluation[] => planEvaluations(exercise, 'public', outcomes);
    expect(plan(new Map())).toHaveLength(2);
    expect(plan(new Map([['public/one', threw('NotImplementedError', 'exercise')]]))).toEqual([]);
    expect(plan(new Map([['public/one', { status: 'crashed', detail: 'gone' }]]))).toEqual([]);
    expect(plan(new Map([['public/one', returned(1)]]))).toMatchObject([{ id: 'public/two' }]);
  });

  it('should create the function again for the hidden cases', () => {
    let made = 0;
    const outcomes = askInRounds(exercise, () => {
      made += 1;
      let calls = 0;
      return () => returned((calls += 1));
    });
    expect(made).toBe(1);
    expect([...outcomes.keys()]).toEqual(['public/one', 'public/two']);
    askInRounds(exercise, () => {
      made += 1;
      return ({ evaluation }) => execute(right, evaluation);
    });
    expect(made).toBe(3);
  });

  it('should plan the same evaluations for every submission of a class', () => {
    const plan = (): readonly PlannedEvaluation[] => planEvaluations(exercise, 'public', new Map());
    expect(plan().map(({ evaluation }) => evaluation)).toEqual(plan().map(({ evaluation }) => evaluation));
    plan().forEach(({ evaluation }, index) => expect(plan()[index]?.evaluation).toBe(evaluation));
  });
});
