import type { AssignmentSpec } from '../../pipeline/course/spec';
import { prepareAssignment, type Seeds } from '../../pipeline/course';
import type { Failure } from './claims';
import { withoutCostly } from './costly';
import { proveEmptyAnswers } from './emptyAnswers';
import type { ExerciseFigures } from './figures';
import { proveRepeatable } from './repeatable';
import { proveRightAnswers } from './rightAnswers';
import { proveWitnesses } from './witnesses';
import { proveCarriedMistakes, proveMistakes } from './wrongAnswers';

/** One seed to prove an assignment on. */
export interface SeedTask {
  /** By which the seed is told in messages. */
  readonly number: number;
  readonly seeds: Seeds;
  /** Also the gradient checks of the alternatives, and second runs: what costs much and depends little on the seed. */
  readonly thorough: boolean;
}

export interface SeedProof {
  readonly failures: readonly Failure[];
  readonly figures: readonly ExerciseFigures[];
}

/**
 * Proves on one seed that right answers pass, wrong ones lose points and are recognised, and empty ones earn nothing.
 */
export function proveSeed(spec: AssignmentSpec, { number, seeds, thorough }: SeedTask): SeedProof {
  try {
    const { failures, figures } = prove(number === 1 ? spec : withoutCostly(spec), seeds, thorough);
    return { failures: failures.map((failure) => ({ ...failure, seeds: [number] })), figures };
  } catch (error) {
    const what = (error as Error).message;
    return {
      failures: [{ claim: 'prepares', exercise: undefined, what, repair: 'repair the spec', seeds: [number] }],
      figures: [],
    };
  }
}

function prove(spec: AssignmentSpec, seeds: Seeds, thorough: boolean): SeedProof {
  const full = prepareAssignment(spec, seeds, '');
  const released = prepareAssignment(spec, { ...seeds, hidden: undefined }, '');
  const failures: Failure[] = [];
  const figures: ExerciseFigures[] = [];
  for (const [index, author] of spec.exercises.entries()) {
    const exercise = full.exercises[index];
    const publicExercise = released.exercises[index];
    if (exercise === undefined || publicExercise === undefined) continue;
    const right = proveRightAnswers(author, exercise, thorough);
    const wrong = proveMistakes(author, exercise, publicExercise, thorough);
    failures.push(
      ...right.failures,
      ...wrong.failures,
      ...proveCarriedMistakes(exercise, full),
      ...proveEmptyAnswers(exercise),
      ...proveWitnesses(author, exercise),
    );
    figures.push({ exercise: author.name, ...right.figures, mildestMistake: wrong.mildest });
  }
  if (thorough) failures.push(...proveRepeatable(spec, seeds));
  return { failures, figures };
}
