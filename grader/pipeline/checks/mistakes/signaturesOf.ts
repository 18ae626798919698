import { execute, executeOf } from '../../../execution';
import type { Exercise, Outcomes } from '../../types';
import { checkExercise } from '../checkExercise';
import { partOf, remembering } from '../checkKind';
import { signatureOf } from '../naming';
import { askInRounds, askInRoundsAsync } from '../planEvaluations';

/** A wrong version of an exercise. */
export type MistakenFunction = (...args: never[]) => unknown;
type Make = () => MistakenFunction;

/** What each check that a mistake fails finds wrong with it, on the public cases: its id, and the finding's signature. */
export function signaturesOf(exercise: Exercise, make: Make): Readonly<Record<string, string>> {
  const outcomes = publicOutcomesOf(exercise, make);
  const { checks } = checkExercise(shownOf(exercise), { status: 'answered', outcomes, durationMs: 0 });
  return Object.fromEntries(
    checks.flatMap(({ check, status, finding }) => (status === 'failed' ? [[check.id, signatureOf(finding)]] : [])),
  );
}

/** All that a mistake answers where it is asked all that the checks need on the public cases: found out once. */
export function publicOutcomesOf(exercise: Exercise, make: Make): Outcomes {
  // By its cases, which an exercise keeps when its mistakes are put beside them.
  const known = outcomesOfCases(exercise.cases);
  const outcomes = known.get(make) ?? ask(shownOf(exercise), make);
  known.set(make, outcomes);
  return outcomes;
}

/** Finds it out where answers are awaited, for whoever asks later. */
export async function awaitPublicOutcomes(exercise: Exercise, make: Make): Promise<void> {
  const outcomes = await askInRoundsAsync(shownOf(exercise), () => {
    const run = make();
    return ({ evaluation }) => executeOf(exercise, run, evaluation);
  });
  outcomesOfCases(exercise.cases).set(make, outcomes);
}

const outcomesOfCases = remembering((_cases: Exercise['cases']) => new Map<Make, Outcomes>());

function ask(shown: Exercise, make: Make): Outcomes {
  return askInRounds(shown, () => {
    const run = make();
    return ({ evaluation }) => execute(run, evaluation);
  });
}

function shownOf(exercise: Exercise): Exercise {
  return { ...partOf.public(exercise), mistakes: [] };
}
