import type { Case, Exercise, GradientCheck, KnownMistake } from '../../types';
import { casesOf, partOf, type PlannedEvaluation } from '../checkKind';
import { planDifferences } from './differencePlan';
import { baseOf } from './probes';
import { hasOwnField } from '../naming';

/**
 * A check passes only if it does on every case, so a few of them expose a loss with two faces. They are hidden ones,
 * which need few differences, and neither trivial nor so large that computing the losses of all mistakes takes long.
 */
const casesKnown = 3;
const maxElements = 64;

/**
 * The difference evaluations whose losses are recorded to compare a submission's with: see Note [Two faces].
 *
 * @param mistake - only those whose loss differs from the reference's; undefined: those of the reference
 */
export function differencesOf(exercise: Exercise, mistake?: KnownMistake): readonly PlannedEvaluation[] {
  return exercise.checks.flatMap((check) => {
    if (check.kind !== 'gradient') return [];
    if (mistake !== undefined && !hasOwnField(exercise, check.lossField, mistake)) return [];
    return knownCases(exercise, check)
      .flatMap((one) => (['first', 'all'] as const).flatMap((depth) => planDifferences(check, one, depth)))
      .filter(({ evaluation }) => evaluation.kind === 'differences');
  });
}

/** The cases of a gradient check on which the differentiated loss is compared with known ones. */
export function knownCases(exercise: Exercise, check: GradientCheck): readonly Case[] {
  const small = casesOf(check, partOf.hidden(exercise)).filter(
    (one) => baseOf(check, one).values.length <= maxElements,
  );
  return small.slice(-casesKnown);
}
