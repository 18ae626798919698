import type { Case, GradientCheck, Outcome, Outcomes, ShiftedLosses } from '../../types';
import { planDifferences, strengthsOf, type Depth } from './differencePlan';
import { numericalGradient, type Derivative } from './numericalGradient';
import { norm, relativeError } from '../relativeError';
import { tolerances } from '../tolerances';

/**
 * Whether a submission's loss, where it is differentiated, equals a known function's loss.
 *
 * Note [Two faces]: differences evaluate the submission's own loss separately; a loss that is steeper there than where
 * it is compared would pass for any gradient. So its slopes must be those of the reference, or of the recorded mistake,
 * whose loss it returns on the cases.
 *
 * @returns undefined if the known losses don't cover these evaluations
 */
export function hasSlopesOf(
  losses: ShiftedLosses,
  check: GradientCheck,
  one: Case,
  outcomes: Outcomes,
  depth: Depth,
): boolean | undefined {
  const known = new Map<string, Outcome>();
  for (const { id, evaluation } of planDifferences(check, one, depth)) {
    if (evaluation.kind !== 'differences') continue;
    const outcome = losses(id, evaluation);
    if (outcome === undefined) return undefined;
    known.set(id, outcome);
  }
  return strengthsOf(check).every((strength) => {
    const [own, theirs] = [outcomes, known].map((from) => numericalGradient(check, one, strength, from, depth));
    return own !== undefined && theirs !== undefined && !('id' in own) && !('id' in theirs) && agree(own, theirs);
  });
}

function agree(own: readonly Derivative[], theirs: readonly Derivative[]): boolean {
  const pairs = own.flatMap((one, index) => {
    const other = theirs[index];
    return other === undefined || one.kink || other.kink ? [] : [[one, other] as const];
  });
  const [a, b, noise] = [
    pairs.map(([one]) => one.value),
    pairs.map(([, other]) => other.value),
    pairs.map(([one, other]) => one.noise + other.noise),
  ].map((numbers) => Float64Array.from(numbers));
  if (a === undefined || b === undefined || noise === undefined) return false;
  const distance = norm(a.map((value, index) => value - (b[index] ?? NaN)));
  return distance <= norm(noise) || relativeError(a, b) < tolerances.gradientAcceptable;
}
