import { execute } from '../../../execution';
import * as tf from '../../../precision/tfjs';
import { tensor } from '../../course/spec/values';
import type { CheckResult, Exercise, KnownMistake, ShiftedLosses } from '../../types';
import { checkOutcomes } from '../checkExercise';
import { caseOf, exerciseOf, gradientOf, outcomesOf, referenceOf, returned } from '../testing';

type Run = (w: tf.Tensor) => unknown;

/** loss = factor·Σw²/2, and its gradient factor·w. */
const squares =
  (factor: number, gradientFactor = factor): Run =>
  (w) => ({
    loss: w
      .square()
      .sum()
      .mul(factor / 2),
    dw: w.mul(gradientFactor),
  });

/** When called again with nearly the same weights, the loss is as steep as the wrong gradient claims. */
function twoFaced(factor: number, steepness: number): Run {
  const seen: number[] = [];
  return (w) => {
    const length = Number(w.square().sum().arraySync());
    const base = seen.find((one) => Math.abs(one - length) < 1e-3);
    if (base === undefined) seen.push(length);
    const honest = (at: number): number => (factor * at) / 2;
    const loss = base === undefined ? honest(length) : honest(base) + steepness * (honest(length) - honest(base));
    return { loss: tf.scalar(loss), dw: w.mul(factor * steepness) };
  };
}

const lossesOf =
  (run: Run): ShiftedLosses =>
  (_id, evaluation) =>
    execute(run as (...args: never[]) => unknown, evaluation);

const doubled: KnownMistake = {
  id: 'doubled',
  hints: ['a', 'b', 'c'],
  carriedFrom: undefined,
  outcomes: new Map([
    ['public/one', returned({ loss: tensor(5), dw: tensor([2, 4]) })],
    ['hidden/one', returned({ loss: tensor(25), dw: tensor([6, 8]) })],
  ]),
  losses: lossesOf(squares(2)),
};

/** Σ[1, 2]²/2 = 2.5, and Σ[3, 4]²/2 = 12.5. */
function exercise(changes: Partial<Exercise> = {}): Exercise {
  const ids = ['public/one', 'hidden/one'];
  const cases = [
    caseOf('public/one', [tensor([1, 2])], { loss: tensor(2.5), dw: tensor([1, 2]) }),
    caseOf('hidden/one', [tensor([3, 4])], { loss: tensor(12.5), dw: tensor([3, 4]) }, { visibility: 'hidden' }),
  ];
  const checks = [referenceOf('loss', ids), gradientOf(ids)];
  return exerciseOf({ arguments: ['w'], cases, checks, losses: lossesOf(squares(1)), ...changes });
}

function gradientOfRun(run: Run, of = exercise()): Pick<CheckResult, 'status' | 'finding'> | undefined {
  const outcomes = outcomesOf(of, run as (...args: never[]) => unknown);
  return checkOutcomes(of, outcomes).checks.find(({ check }) => check.kind === 'gradient');
}

describe('a gradient check', () => {
  it('should pass the correct loss and gradient, and fail a wrong gradient', () => {
    expect(gradientOfRun(squares(1))?.status).toBe('passed');
    expect(gradientOfRun(squares(1, 3))).toMatchObject({ status: 'failed', finding: { id: 'gradient-differs' } });
  });

  it('should fail a loss that is steeper where it is differentiated', () => {
    expect(gradientOfRun(twoFaced(1, 3))).toMatchObject({ status: 'failed', finding: { id: 'loss-changes' } });
  });

  it("should pass the gradient of a recorded mistake's loss, and fail if that loss has two faces", () => {
    const recorded = exercise({ mistakes: [doubled] });
    expect(gradientOfRun(squares(2), recorded)?.status).toBe('passed');
    expect(gradientOfRun(twoFaced(2, 3), recorded)).toMatchObject({
      status: 'failed',
      finding: { id: 'loss-changes' },
    });
  });

  it('should trust the loss if no losses are recorded, as in a student’s copy', () => {
    expect(gradientOfRun(twoFaced(1, 3), exercise({ losses: undefined }))?.status).toBe('passed');
  });
});
