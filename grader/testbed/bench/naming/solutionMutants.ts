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

/** A loop counts as endless beyond this multiple of the solution's rounds. */
const roundsFactor = 10;

/** Compiles a solution with one or more mutations. */
export class SolutionMutants {
  #rounds: Promise<ReadonlyMap<string, number>> | undefined;

  constructor(
    readonly text: string,
    readonly assignment: Assignment,
  ) {}

  /** Returns undefined if the text does not compile, does not load or lacks the function. */
  async maker(name: string, ...mutants: readonly Mutant[]): Promise<(() => ExerciseFunction) | undefined> {
    // From the end of the file, so that earlier positions stay valid.
    const text = mutants
      .toSorted((a, b) => b.edit.start - a.edit.start)
      .reduce((changed, mutant) => mutatedText(changed, mutant), this.text);
    try {
      const rounds = await (this.#rounds ??= roundsOfSolution(this.text, this.assignment));
      const maxRounds = roundsFactor * (1 + (rounds.get(name) ?? 0));
      const compiled = await compileMutant(guardLoops(text));
      const make = (): ExerciseFunction | undefined => compiled(new LoopGuard(maxRounds))[name];
      return make() === undefined ? undefined : () => make() ?? (() => undefined);
    } catch {
      return undefined;
    }
  }
}

/** Returns whether two mutations don't overlap. */
export function areApart({ edit: a }: Mutant, { edit: b }: Mutant): boolean {
  return a.end <= b.start || b.end <= a.start;
}

/** At most `maximum` elements, spread evenly over all. */
export function spread<T>(all: readonly T[], maximum: number): readonly T[] {
  if (all.length <= maximum) return all;
  return Array.from({ length: maximum }, (_, index) => all[Math.floor((index * all.length) / maximum)]).filter(
    (one) => one !== undefined,
  );
}
