import type { AssignmentSpec } from '../../pipeline/course/spec';
import { prepareAssignment, withPublicCasesOnly, type Seeds } from '../../pipeline/course';
import type { Assignment, Exercise } from '../../pipeline/types';
import { isChosen, withChosen, type Chosen } from './chosenExercises';
import type { Failure } from './claims';
import { isCostly, withoutCostly } from './costly';
import { proveEmptyAnswers } from './emptyAnswers';
import type { ExerciseFigures } from './figures';
import { proveLaws } from './lawClaims';
import { proveRepeatable } from './repeatable';
import { proveRightAnswers } from './rightAnswers';
import { proveWitnesses } from './witnesses';
import { proveCarriedMistakes, proveMistakes } from './wrongAnswers';

/** One seed to prove an assignment on. */
export interface SeedTask {
  /** Name of the seed in messages. */
  readonly number: number;
  readonly seeds: Seeds;
  /** Also elementwise gradients, and those of alternatives: expensive, and hardly dependent on the seed. */
  readonly thorough: boolean;
  /** Also a second run, and mistakes on hidden cases: even less dependent on the seed. */
  readonly repeated: boolean;
  /** Which exercises to run: those that can be run hundreds of times, or the others. */
  readonly costly: boolean;
  /** The only exercises to prove; all by default. */
  readonly chosen?: Chosen;
}

export interface SeedProof {
  readonly failures: readonly Failure[];
  readonly figures: readonly ExerciseFigures[];
}

/**
 * Proves on one seed that right answers pass, wrong ones lose points and are recognised, and trivial ones earn nothing.
 */
export async function proveSeed(spec: AssignmentSpec, task: SeedTask): Promise<SeedProof> {
  const { number } = task;
  try {
    const { failures, figures } = await prove(spec, task);
    return { failures: failures.map((failure) => ({ ...failure, seeds: [number] })), figures };
  } catch (error) {
    const what = (error as Error).message;
    return {
      failures: [{ claim: 'prepares', exercise: undefined, what, repair: 'repair the spec', seeds: [number] }],
      figures: [],
    };
  }
}

async function prove(
  whole: AssignmentSpec,
  { number, seeds, thorough, repeated, costly, chosen }: SeedTask,
): Promise<SeedProof> {
  const spec = withChosen(whole, chosen);
  const asked = costly ? spec : withoutCostly(spec);
  const full = await prepareAssignment(asked, seeds, '');
  const released = withPublicCasesOnly(full);
  const failures: Failure[] = [];
  const figures: ExerciseFigures[] = [];
  for (const author of spec.exercises.filter((one) => isCostly(one) === costly && isChosen(chosen, one))) {
    const scopes = { full: named(full, author.name), released: named(released, author.name) };
    const right = await proveRightAnswers(author, scopes.full, thorough);
    const wrong = await proveMistakes(author, scopes, repeated);
    failures.push(
      ...right.failures,
      ...wrong.failures,
      ...proveCarriedMistakes(scopes, full.exercises, repeated),
      ...proveEmptyAnswers(scopes.full),
      // Laws don't depend on the seed.
      ...(number === 1 && !costly ? await proveLaws(author, scopes.full) : []),
      ...(await proveWitnesses(author, scopes.full)),
    );
    figures.push({ exercise: author.name, ...right.figures, mildestMistake: wrong.mildest });
  }
  if (repeated) failures.push(...(await proveRepeatable(withoutCostly(spec), seeds)));
  return { failures, figures };
}

function named({ exercises }: Assignment, name: string): Exercise {
  const exercise = exercises.find((one) => one.name === name);
  if (exercise === undefined) throw new Error(`${name} was not prepared`);
  return exercise;
}
