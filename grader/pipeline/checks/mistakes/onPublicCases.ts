import type { Exercise, KnownMistake, Outcome } from '../../types';
import { partOf } from '../checkKind';
import { askedCases } from './askedCases';
import { OutcomesInOrder } from './OutcomesInOrder';

/**
 * An exercise with its public cases alone, and its mistakes as they show on these: what they returned where all cases
 * are asked, since they are made again for the hidden ones.
 */
export function onPublicCases(exercise: Exercise): Exercise {
  const shown = partOf.public(exercise);
  const ids = askedCases(shown).cases.map(({ id }) => id);
  return { ...shown, mistakes: exercise.mistakes.map((mistake) => onCases(mistake, ids)) };
}

function onCases(mistake: KnownMistake, ids: readonly string[]): KnownMistake {
  // It has no outcomes of its own, and what it shows is of the public cases already.
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
