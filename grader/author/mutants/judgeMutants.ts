import type { Assignment, Check, Exercise, Outcome, Outcomes } from '../../pipeline/types';
import {
  askInRoundsAsync,
  compareCase,
  judge,
  partOf,
  planCheck,
  planEvaluations,
  plainEvaluation,
} from '../../pipeline/checks';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import { executeOf } from '../../execution';
import type { TextEdit } from '../skeleton/textEdits';
import { outcomesOf, scoreOutcomes } from '../validate/runFunction';
import { guardLoops, GuardedText } from './guardLoops';
import { compileMutant, LoopGuard, type CompiledMutant } from './loadMutant';
import type { Mutant } from './makeMutants';

/** Verdict on a mutant in one exercise. A helper's mutant is judged in each exercise that uses it. */
export interface MutantJudgement {
  readonly mutant: Mutant;
  readonly exercise: string;
  readonly caught: boolean;
}

/** A loop counts as endless beyond this multiple of the solution's iterations. */
const patience = 10;

/** Runs mutants of a solution against the checks of its assignment, in this process. */
export class MutantJudge {
  readonly #text: GuardedText;
  readonly #assignment: Assignment;
  /** Of the solution itself. */
  readonly #rounds: () => Promise<ReadonlyMap<string, number>>;

  constructor(text: string, assignment: Assignment) {
    this.#text = new GuardedText(text);
    this.#assignment = assignment;
    this.#rounds = lazily(() => roundsOfSolution(text, assignment));
  }

  /**
   * An exercise's mutant is caught if the exercise, or one that calls it, loses points. A helper's must be caught by
   * each of the exercises that use it. Mutants that turn out to be equivalent are not reported.
   */
  async judge(mutant: Mutant): Promise<readonly MutantJudgement[]> {
    const { edit, probe } = mutant;
    const judgements = await this.#judge(mutant, edit);
    if (probe === undefined || judgements.every(({ caught }) => caught)) return judgements;
    const probed = await this.#judge(mutant, probe);
    return judgements.filter(({ caught }, index) => caught || probed[index]?.caught === true);
  }

  async #judge(mutant: Mutant, edit: TextEdit): Promise<readonly MutantJudgement[]> {
    const { owner, users } = mutant;
    const compiled = await compileMutant(this.#text.with(edit)).catch(() => undefined);
    const judgements: MutantJudgement[] = [];
    for (const exercise of users) {
      const caught = await this.#losesPoints(compiled, exercise);
      if (users[0] !== owner) judgements.push({ mutant, exercise, caught });
      else if (caught) return [{ mutant, exercise: owner, caught }];
    }
    return users[0] === owner ? [{ mutant, exercise: owner, caught: false }] : judgements;
  }

  /** @param compiled - undefined if the mutant does not compile */
  async #losesPoints(compiled: CompiledMutant | undefined, name: string): Promise<boolean> {
    const exercise = this.#assignment.exercises.find((one) => one.name === name);
    if (exercise === undefined) return false;
    // Skip known mistakes, which don't matter here and are slow to compute.
    const bare = { ...exercise, mistakes: [] };
    // Reloaded each time, since a mutant may have state.
    const maxRounds = patience * (1 + ((await this.#rounds()).get(name) ?? 0));
    const make = (): ExerciseFunction | undefined => compiled && loaded(compiled, maxRounds)?.[name];
    const first = make();
    if (first === undefined || (await isWrongOnPublicCase(exercise, first))) return true;
    return losesPoints(bare, () => make() ?? (() => undefined));
  }
}

/** Whether a public case alone fails a reference check, which decides most mutants. */
async function isWrongOnPublicCase(exercise: Exercise, run: ExerciseFunction): Promise<boolean> {
  const references = exercise.checks.filter((check) => check.kind === 'reference');
  for (const one of partOf.public(exercise).cases) {
    const speaking = references.filter(({ cases }) => cases.includes(one.id));
    if (speaking.length === 0) continue;
    const outcome = await executeOf(exercise, run, plainEvaluation(one).evaluation);
    if (speaking.some((check) => compareCase(check, one, outcome).finding !== undefined)) return true;
  }
  return false;
}

/** Whether a function loses points. It is asked nothing more once a check fails on the public cases. */
async function losesPoints(exercise: Exercise, make: () => ExerciseFunction): Promise<boolean> {
  const shown = partOf.public(exercise);
  const outcomes = new Map<string, Outcome>();
  const run = make();
  const plan = (): ReturnType<typeof planEvaluations> => planEvaluations(exercise, 'public', outcomes);
  for (let next = plan(); next.length > 0; next = plan()) {
    for (const { id, evaluation } of next) outcomes.set(id, await executeOf(exercise, run, evaluation));
    if (shown.checks.some((check) => isLost(check, shown, outcomes))) return true;
  }
  const { score, maxScore } = scoreOutcomes(exercise, await outcomesOf(exercise, make, outcomes));
  return score < maxScore;
}

/** Whether a check has all that it needs, and fails. Whatever hidden cases add, it earns nothing then. */
function isLost(check: Check, shown: Exercise, outcomes: Outcomes): boolean {
  const { points, withdrawn } = check;
  const isDecided = points > 0 && withdrawn === undefined && planCheck(check, shown, outcomes).length === 0;
  return isDecided && judge(check, shown, outcomes).status === 'failed';
}

function lazily<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => (found ??= find());
}

/** Undefined if it does not load. */
function loaded(compiled: CompiledMutant, maxRounds: number): ReturnType<CompiledMutant> | undefined {
  try {
    return compiled(new LoopGuard(maxRounds));
  } catch {
    return undefined;
  }
}

/** The largest number of iterations in one call of each function of the original solution. */
export async function roundsOfSolution(text: string, { exercises }: Assignment): Promise<ReadonlyMap<string, number>> {
  const compiled = await compileMutant(guardLoops(text));
  const rounds = new Map<string, number>();
  for (const exercise of exercises) {
    const guard = new LoopGuard(Infinity);
    const run = compiled(guard)[exercise.name];
    if (run === undefined) continue;
    await askInRoundsAsync(
      exercise,
      () =>
        ({ evaluation }) =>
          executeOf(exercise, run, evaluation),
    );
    rounds.set(exercise.name, guard.maxRounds);
  }
  return rounds;
}
