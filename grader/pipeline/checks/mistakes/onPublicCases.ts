import type { Exercise, KnownMistake, Outcome } from '../../types';
import { partOf } from '../checkKind';
import { askedCases } from './askedCases';
import { OutcomesInOrder } from './OutcomesInOrder';

/**
 * An exercise with only its public cases, and its mistakes as they show on these: with the same outcomes as on all
 * cases, since a mistake is created again for the hidden ones.
 */
export function onPublicCases(exercise: Exercise): Exercise {
  const shown = partOf.public(exercise);
  const ids = askedCases(shown).cases.map(({ id }) => id);
  return { ...shown, mistakes: exercise.mistakes.map((mistake) => onCases(mistake, ids)) };
}

function onCases(mistake: KnownMistake, ids: readonly string[]): KnownMistake {
  // It has no recorded outcomes, and `shows` already refers to public cases only.
  return mistake.fails === undefined
    ? { ...mistake, outcomes: new OutcomesInOrder(outcomesAmong(mistake, ids)) }
    : mistake;
}

function* outcomesAmong(
  { outcomes }: KnownMistake,
  ids: readonly string[],
): Generator<readonly [string, Outcome], void> {
  for (const id of ids) {
    const outcome = outcomes.get(id);
    if (outcome !== undefined) yield [id, outcome];
  }
}
