import type { ScoredAssignment, ScoredExercise } from '../../pipeline/score';
import type { Assignment, FileProblem } from '../../pipeline/types';

/** One function of one assignment. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

export interface Counts {
  readonly done: number;
  readonly all: number;
  readonly points: number;
  readonly maxPoints: number;
}

/** State of the watched functions, from their latest checks. */
export class Board {
  readonly #results = new Map<string, ScoredExercise>();
  readonly #problems = new Map<string, FileProblem>();

  constructor(readonly assignments: readonly Assignment[]) {}

  /** Records the results of a check. @returns the functions that newly pass */
  take({ assignment: { id }, problem, exercises }: ScoredAssignment): readonly Place[] {
    if (problem !== undefined) {
      // Keep the earlier results, since no function has run.
      this.#problems.set(id, problem);
      return [];
    }
    this.#problems.delete(id);
    const fixed = exercises.filter(
      ({ exercise, status }) => status === 'passed' && this.#isOpenAndKnown({ id, name: exercise.name }),
    );
    for (const result of exercises) this.#results.set(keyOf({ id, name: result.exercise.name }), result);
    return fixed.map(({ exercise }) => ({ id, name: exercise.name }));
  }

  resultOf(place: Place): ScoredExercise | undefined {
    return this.#results.get(keyOf(place));
  }

  /** Why an assignment's file could not be checked. */
  problemOf(id: string): FileProblem | undefined {
    return this.#problems.get(id);
  }

  countsOf(id: string): Counts {
    const places = this.#places().filter((place) => place.id === id);
    const results = places.flatMap((place) => this.resultOf(place) ?? []);
    return {
      done: results.filter(({ status }) => status === 'passed' || status === 'answered').length,
      all: places.length,
      points: results.reduce((sum, { score }) => sum + score, 0),
      maxPoints: this.assignments
        .filter((assignment) => assignment.id === id)
        .flatMap(({ exercises }) => exercises.flatMap(({ checks }) => checks.map(({ points }) => points)))
        .reduce((sum, points) => sum + points, 0),
    };
  }

  /** Failing functions of an assignment, in the file's order. */
  failing(id: string): readonly Place[] {
    return this.#places().filter((place) => place.id === id && this.#isFailing(place));
  }

  /**
   * The next function to work on: failing before not started, starting with an assignment.
   *
   * @param after - the function to move away from, if there is another
   */
  next(id: string | undefined, after?: Place): Place | undefined {
    const all = this.#places();
    const own = all.filter((place) => place.id === id);
    const others = all.filter((place) => place.id !== id);
    const open = (places: readonly Place[]): readonly Place[] => [
      ...places.filter((place) => this.#isFailing(place)),
      ...places.filter((place) => this.resultOf(place)?.status === 'todo'),
    ];
    const candidates = [...open(own), ...open(others)];
    const left = candidates.findIndex((place) => after !== undefined && keyOf(place) === keyOf(after));
    return candidates[left + 1] ?? candidates[0];
  }

  #places(): readonly Place[] {
    return this.assignments.flatMap(({ id, exercises }) => exercises.map(({ name }) => ({ id, name })));
  }

  #isFailing(place: Place): boolean {
    const status = this.resultOf(place)?.status;
    return status !== undefined && status !== 'passed' && status !== 'todo' && status !== 'answered';
  }

  #isOpenAndKnown(place: Place): boolean {
    const status = this.resultOf(place)?.status;
    return status !== undefined && status !== 'passed';
  }
}

function keyOf({ id, name }: Place): string {
  return `${id}/${name}`;
}
