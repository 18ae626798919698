import {
  compileMutant,
  guardLoops,
  LoopGuard,
  mutatedText,
  roundsOfSolution,
  type Mutant,
} from '../../../author/mutants';
import type { ExerciseFunction } from '../../../pipeline/course/spec';
import type { Assignment } from '../../../pipeline/types';

/** Beyond this many times the rounds of the solution itself a loop counts as endless. */
const patience = 10;

/** Makes functions of a solution's text with one change or two. */
export class SolutionMutants {
  #rounds: Promise<ReadonlyMap<string, number>> | undefined;

  constructor(
    readonly text: string,
    readonly assignment: Assignment,
  ) {}

  /** Undefined where the changed text does not compile, does not load or has no such function. */
  async maker(name: string, ...mutants: readonly Mutant[]): Promise<(() => ExerciseFunction) | undefined> {
    // From the end of the file, so that the places of the others stay.
    const text = mutants
      .toSorted((a, b) => b.edit.start - a.edit.start)
      .reduce((changed, mutant) => mutatedText(changed, mutant), this.text);
    try {
      const rounds = await (this.#rounds ??= roundsOfSolution(this.text, this.assignment));
      const maxRounds = patience * (1 + (rounds.get(name) ?? 0));
      const compiled = await compileMutant(guardLoops(text));
      const make = (): ExerciseFunction | undefined => compiled(new LoopGuard(maxRounds))[name];
      return make() === undefined ? undefined : () => make() ?? (() => undefined);
    } catch {
      return undefined;
    }
  }
}

/** Whether two changes can be made at once. */
export function areApart({ edit: a }: Mutant, { edit: b }: Mutant): boolean {
  return a.end <= b.start || b.end <= a.start;
}

/** As many as asked for, spread evenly over all. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (one) => one !== undefined,
  );
}
