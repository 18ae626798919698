import type { Case, Finding, GradientCheck, Outcomes } from '../../types';
import { TensorValue } from '../../../execution/values';
import { evaluationIds, probesOf, shiftsOf, type Depth } from './differencePlan';
import type { Probe } from './probes';
import { magnitude } from '../relativeError';
import { returnedValues } from '../returnedValues';
import { tolerances } from '../tolerances';

/** A numerical derivative, and how reliable it is. */
export interface Derivative {
  readonly probe: Probe;
  readonly value: number;
  /** Rounding noise of the difference. */
  readonly noise: number;
  /** Whether a kink is within the step. */
  readonly kink: boolean;
}

/**
 * Central differences of a submission's own loss, at one strength of its regularization.
 *
 * Formula: (f(w + h) − f(w − h)) / 2h, with noise 10·2⁻⁵²·max|f|/h
 */
export function numericalGradient(
  check: GradientCheck,
  one: Case,
  strength: number | undefined,
  outcomes: Outcomes,
  depth: Depth,
): readonly Derivative[] | Finding {
  const ids = evaluationIds(check, one, strength, depth);
  const probes = probesOf(check, one, depth);
  const derivatives: Derivative[] = [];
  for (const by of ['elements', 'directions'] as const) {
    const group = probes.filter((probe) => probe.by === by);
    if (group.length === 0) continue;
    const returned = returnedValues(outcomes.get(ids[by]));
    if (returned.values === undefined) return returned.finding;
    const [losses] = returned.values;
    if (!(losses instanceof TensorValue)) return { id: 'not-a-tensor', path: check.lossField, got: 'no losses' };
    derivatives.push(...derivativesOf(group, losses.values, shiftsOf(check).length, check.kinks));
  }
  return derivatives;
}

function derivativesOf(probes: readonly Probe[], losses: Float64Array, shifts: number, kinks: boolean): Derivative[] {
  const unshifted = losses[0] ?? NaN;
  const noiseless = tolerances.differenceNoise * magnitude(losses);
  return probes.map((probe, index) => {
    const [ahead = NaN, behind = NaN, halfAhead = NaN, halfBehind = NaN] = losses.subarray(
      1 + index * shifts,
      1 + (index + 1) * shifts,
    );
    const { step } = probe;
    const value = (ahead - behind) / (2 * step);
    const noise = noiseless / step;
    const kink = kinks && hasKink({ ahead, behind, halfAhead, halfBehind, unshifted, step, noise });
    return { probe, value, noise, kink };
  });
}

interface Losses {
  readonly ahead: number;
  readonly behind: number;
  readonly halfAhead: number;
  readonly halfBehind: number;
  readonly unshifted: number;
  readonly step: number;
  readonly noise: number;
}

/**
 * Whether the loss has a kink within a step.
 *
 * For a smooth loss, one-sided differences disagree by h·f″, so twice as much at h as at h/2, and the central
 * difference hardly changes with h. A kink anywhere in the interval breaks one of the two.
 */
function hasKink({ ahead, behind, halfAhead, halfBehind, unshifted, step, noise }: Losses): boolean {
  const disagreement = (ahead - 2 * unshifted + behind) / step;
  const halfDisagreement = (halfAhead - 2 * unshifted + halfBehind) / (step / 2);
  const central = (ahead - behind) / (2 * step);
  const halfCentral = (halfAhead - halfBehind) / step;
  const reach = (tolerances.kink * (Math.abs(ahead - unshifted) + Math.abs(unshifted - behind))) / step + 4 * noise;
  return !(Math.abs(disagreement - 2 * halfDisagreement) <= reach) || !(Math.abs(central - halfCentral) <= reach);
}
