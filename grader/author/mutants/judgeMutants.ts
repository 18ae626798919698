import type { Assignment, Exercise } from '../../pipeline/types';
import { askInRounds, compareCase, partOf, plainEvaluation } from '../../pipeline/checks';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import { execute } from '../../execution';
import { scoreFunction } from '../validate/runFunction';
import { GuardedText } from './guardLoops';
import { compileMutant, loadMutant, LoopGuard, type CompiledMutant } from './loadMutant';
import type { Mutant } from './makeMutants';

/** What became of a mutant in one exercise. A helper's mutant is judged in each exercise that uses it. */
export interface MutantJudgement {
  readonly mutant: Mutant;
  readonly exercise: string;
  readonly caught: boolean;
}

/** Beyond this many times the rounds of the solution itself a loop counts as endless. */
const patience = 10;

/** Runs mutants of a solution against the checks of its assignment, in this process. */
export class MutantJudge {
  readonly #text: GuardedText;
  readonly #assignment: Assignment;
  readonly #maxRounds: number;

  constructor(text: string, assignment: Assignment) {
    this.#text = new GuardedText(text);
    this.#assignment = assignment;
    this.#maxRounds = patience * (1 + roundsOfSolution(text, assignment));
  }

  /**
   * An exercise's mutant is caught if the exercise, or one that calls it, loses points. A helper's must be caught by
   * each of the exercises that use it.
   */
  async judge(mutant: Mutant): Promise<readonly MutantJudgement[]> {
    const { owner, users } = mutant;
    const compiled = await compileMutant(this.#text.with(mutant.edit)).catch(() => undefined);
    const lost = (exercise: string): boolean => this.#losesPoints(compiled, exercise);
    if (users[0] === owner) return [{ mutant, exercise: owner, caught: users.some(lost) }];
    return users.map((exercise) => ({ mutant, exercise, caught: lost(exercise) }));
  }

  /** @param compiled - undefined where the mutant does not compile */
  #losesPoints(compiled: CompiledMutant | undefined, name: string): boolean {
    const exercise = this.#assignment.exercises.find((one) => one.name === name);
    if (exercise === undefined) return false;
    // Known mistakes are no business of mutants, and finding out what they return takes long.
    const bare = { ...exercise, mistakes: [] };
    // Loaded again each time: a mutant may have learnt to remember.
    const make = (): ExerciseFunction | undefined => compiled && loaded(compiled, this.#maxRounds)?.[name];
    if (make() === undefined) return true;
    const run = (): ExerciseFunction => make() ?? (() => undefined);
    if (isWrongOnPublicCase(exercise, run())) return true;
    const { score, maxScore } = scoreFunction(bare, run);
    return score < maxScore;
  }
}

/** Whether a public case alone tells that a reference check fails: most mutants need be asked no more. */
function isWrongOnPublicCase(exercise: Exercise, run: ExerciseFunction): boolean {
  const references = exercise.checks.filter((check) => check.kind === 'reference');
  return partOf.public(exercise).cases.some((one) => {
    const speaking = references.filter(({ cases }) => cases.includes(one.id));
    if (speaking.length === 0) return false;
    const outcome = execute(run, plainEvaluation(one).evaluation);
    return speaking.some((check) => compareCase(check, one, outcome).finding !== undefined);
  });
}

/** Undefined where it does not load. */
function loaded(compiled: CompiledMutant, maxRounds: number): ReturnType<CompiledMutant> | undefined {
  try {
    return compiled(new LoopGuard(maxRounds));
  } catch {
    return undefined;
  }
}

/** The most rounds that one call of the unchanged solution takes. */
export function roundsOfSolution(text: string, { exercises }: Assignment): number {
  const guard = new LoopGuard(Infinity);
  const module = loadMutant(text, guard);
  let most = 0;
  for (const exercise of exercises) {
    const run = module[exercise.name];
    if (run === undefined) continue;
    askInRounds(exercise, () => ({ evaluation }) => {
      const outcome = execute(run, evaluation);
      most = Math.max(most, guard.rounds);
      return outcome;
    });
  }
  return most;
}
