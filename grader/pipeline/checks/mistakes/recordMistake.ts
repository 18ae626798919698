import { execute, executeOf } from '../../../execution';
import type { Case, Exercise, KnownMistake, Outcome, Outcomes, ShiftedLosses } from '../../types';
import { plainEvaluation } from '../checkKind';
import { askedCases } from './askedCases';
import { OutcomesInOrder } from './OutcomesInOrder';
import { shiftedLosses } from './shiftedLosses';
import { awaitPublicOutcomes, signaturesOf, type MistakenFunction } from './signaturesOf';

/** What an author states about a mistake. */
export type MistakeWords = Omit<KnownMistake, 'outcomes' | 'losses' | 'shows'>;

/**
 * Turns a wrong version of an exercise into a known mistake. Most submissions make few mistakes, so outcomes are
 * computed lazily; for async exercises, immediately.
 *
 * @param make - creates it again for each run, so it can have state
 */
export async function recordMistake(
  exercise: Exercise,
  make: () => MistakenFunction,
  words: MistakeWords,
): Promise<KnownMistake> {
  if (words.fails !== undefined) return knownByChecks(exercise, make, words);
  if (exercise.async === true) return { ...words, outcomes: await awaitMistake(exercise, make) };
  let losses: ShiftedLosses | undefined;
  return {
    ...words,
    outcomes: new OutcomesInOrder(runMistake(exercise, make)),
    losses: (id, evaluation) => (losses ??= shiftedLosses(make()))(id, evaluation),
  };
}

async function knownByChecks(
  exercise: Exercise,
  make: () => MistakenFunction,
  words: MistakeWords,
): Promise<KnownMistake> {
  const outcomes = new Map<string, Outcome>();
  if (words.holds !== undefined) return { ...words, outcomes };
  if (exercise.async === true) await awaitPublicOutcomes(exercise, make);
  let shows: KnownMistake['shows'];
  return {
    ...words,
    outcomes,
    get shows() {
      return (shows ??= signaturesOf(exercise, make));
    },
  };
}

async function awaitMistake(exercise: Exercise, make: () => MistakenFunction): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const [run, one] of runsOfMistake(exercise, make))
    outcomes.set(one.id, await executeOf(exercise, run, plainEvaluation(one).evaluation));
  return outcomes;
}

/** Of hidden cases, only those that mistakes are recognised by are recorded. */
function* runMistake(exercise: Exercise, make: () => MistakenFunction): Generator<readonly [string, Outcome], void> {
  for (const [run, one] of runsOfMistake(exercise, make)) {
    const outcome = execute(run, plainEvaluation(one).evaluation);
    if (one.visibility === 'public' || askedCases(exercise).telling.has(one.id)) yield [one.id, outcome];
  }
}

/** As a submission is run: created again for the hidden cases. */
function* runsOfMistake(
  exercise: Exercise,
  make: () => MistakenFunction,
): Generator<readonly [MistakenFunction, Case], void> {
  for (const visibility of ['public', 'hidden'] as const) {
    let run: MistakenFunction | undefined;
    for (const one of askedCases(exercise).cases) if (one.visibility === visibility) yield [(run ??= make()), one];
  }
}
