import { execute, executeOf } from '../../../execution';
import type { Exercise, Outcomes } from '../../types';
import { checkExercise, unnamed } from '../checkExercise';
import { partOf, memoize } from '../checkKind';
import { signatureOf } from '../naming';
import { askInRounds, askInRoundsAsync } from '../planEvaluations';

/** A wrong version of an exercise. */
export type MistakenFunction = (...args: never[]) => unknown;
type Make = () => MistakenFunction;

/** The findings of the checks that a mistake fails on the public cases: their signatures by check id. */
export function signaturesOf(exercise: Exercise, make: Make): Readonly<Record<string, string>> {
  const outcomes = publicOutcomesOf(exercise, make);
  const run = { status: 'answered', outcomes, durationMs: 0 } as const;
  const { checks } = checkExercise(shownOf(exercise), run, unnamed);
  return Object.fromEntries(
    checks.flatMap(({ check, status, finding }) => (status === 'failed' ? [[check.id, signatureOf(finding)]] : [])),
  );
}

/** A mistake's answers to everything that the checks need on the public cases; computed once. */
export function publicOutcomesOf(exercise: Exercise, make: Make): Outcomes {
  // Keyed by its cases, which stay the same object when mistakes are added to an exercise.
  const known = outcomesOfCases(exercise.cases);
  const outcomes = known.get(make) ?? ask(shownOf(exercise), make);
  known.set(make, outcomes);
  return outcomes;
}

/** Computes them for an async exercise, for later calls of `publicOutcomesOf`. */
export async function awaitPublicOutcomes(exercise: Exercise, make: Make): Promise<void> {
  const outcomes = await askInRoundsAsync(shownOf(exercise), () => {
    const run = make();
    return ({ evaluation }) => executeOf(exercise, run, evaluation);
  });
  outcomesOfCases(exercise.cases).set(make, outcomes);
}

const outcomesOfCases = memoize((_cases: Exercise['cases']) => new Map<Make, Outcomes>());

function ask(shown: Exercise, make: Make): Outcomes {
  return askInRounds(shown, () => {
    const run = make();
    return ({ evaluation }) => execute(run, evaluation);
  });
}

function shownOf(exercise: Exercise): Exercise {
  return { ...partOf.public(exercise), mistakes: [] };
}
