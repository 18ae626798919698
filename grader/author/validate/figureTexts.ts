import { plural } from '../../pipeline/words/english';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import type { ClaimId } from './claims';
import { larger, nothing, smaller, unmatched, type Measured } from './figures';
import { repeatedSeeds, thoroughSeeds } from './seedsOfProof';
import type { AssignmentProof } from './validateAssignment';

/** Short text of the measurements for a claim. */
export function figureText(claim: ClaimId, proof: AssignmentProof): string {
  const { spec, figures, seeds, mutants, draft } = proof;
  const exercises = spec?.exercises ?? [];
  const count = (of: (one: (typeof exercises)[number]) => number): number =>
    exercises.reduce((sum, one) => sum + of(one), 0);
  switch (claim) {
    case 'points':
      return pointsText(spec);
    case 'solution':
      return `${seeds} seeds`;
    case 'mistakes':
      return `${plural(
        count(({ mistakes }) => mistakes.length),
        'mistake',
      )}, ${seeds} seeds${draft ? '' : `, those hidden cases that decide nothing on ${repeatedSeeds}`}`;
    case 'alternatives':
      return `${plural(
        count(({ alternatives }) => Object.keys(alternatives).length),
        'alternative',
      )}, ${seeds} seeds${draft ? '' : `, their gradients on ${thoroughSeeds}`}`;
    case 'witnesses':
      return `${plural(
        count(({ witnesses }) => witnesses.length),
        'witness',
        'witnesses',
      )}, ${seeds} seeds`;
    case 'gradients': {
      if (!exercises.some(({ checks }) => checks.some(({ kind }) => kind === 'gradient'))) return 'no gradient checks';
      if (draft) return 'along chosen directions; element by element not in a draft';
      const worst = figures.reduce((most, { gradient = nothing }) => larger(most, gradient), nothing);
      const noisy = figures.reduce((sum, { withinNoise }) => sum + withinNoise, 0);
      return `worst ${short(worst.value)}, ${noisy} cases left to rounding noise, on ${thoroughSeeds} seeds`;
    }
    case 'margins': {
      const right = figures.reduce((most, { worstRight }) => larger(most, worstRight), nothing);
      const mild = figures.reduce((least, { mildestMistake }) => smaller(least, mildestMistake), unmatched);
      return `right ${short(right.value)}, bound 1, mistake ${short(mild.value)}`;
    }
    case 'repeatable':
      return `on ${repeatedSeeds} seed`;
    case 'mutants': {
      const sum = (of: 'made' | 'caught' | 'equivalent'): number =>
        (mutants?.figures ?? []).reduce((total, one) => total + one[of], 0);
      return `${sum('caught')} of ${sum('made') - sum('equivalent')} caught (${percentage(sum('caught'), sum('made') - sum('equivalent'))}), ${sum('equivalent')} equivalent`;
    }
    case 'time': {
      const slowest = figures.reduce((most, one) => larger(most, one.slowest), nothing);
      return `${seconds(slowest)} at most, ${seconds(proof.slowest)} by the clock as a submission`;
    }
    default:
      return '';
  }
}

function pointsText({ exercises = [], questions = {} }: Partial<AssignmentSpec> = {}): string {
  const asked = Object.values(questions);
  const points = [...exercises.map((one) => one.points ?? 10), ...asked.map((one) => one.points)];
  const sum = points.reduce((total, one) => total + one, 0);
  const questionsText = asked.length === 0 ? '' : `, ${plural(asked.length, 'question')}`;
  return `${sum} points, ${plural(exercises.length, 'exercise')}${questionsText}`;
}

function percentage(part: number, whole: number): string {
  // Rounded down, so 98 % is only shown if it is reached.
  return whole === 0 ? '–' : `${Math.floor((1000 * part) / whole) / 10} %`;
}

function seconds(measured: Measured | undefined): string {
  return measured === undefined ? '–' : `${(measured.value / 1000).toFixed(1)} s`;
}

/** `3e-11`, `∞`, `0`. */
export function short(value: number): string {
  if (value === 0) return '0';
  return Number.isFinite(value) ? value.toExponential(0) : '∞';
}
