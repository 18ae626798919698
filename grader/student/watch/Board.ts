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

/** What is known of the functions that are watched, each as it was when it was last checked. */
export class Board {
  readonly #results = new Map<string, ScoredExercise>();
  readonly #problems = new Map<string, FileProblem>();

  constructor(readonly assignments: readonly Assignment[]) {}

  /** Takes what a check found. @returns the functions that pass now and did not before */
  take({ assignment: { id }, problem, exercises }: ScoredAssignment): readonly Place[] {
    if (problem !== undefined) {
      // What is known of its functions stays: none of them has run.
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

  /** Functions of an assignment that fail, in the file's order. */
  failing(id: string): readonly Place[] {
    return this.#places().filter((place) => place.id === id && this.#isFailing(place));
  }

  /**
   * The next thing to do: what fails before what is not begun, beginning with an assignment.
   *
   * @param after - the one that is to be left, if there is another
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
