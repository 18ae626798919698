import type { During, Violation } from '../../execution/guard';
import type { ExerciseRun, PlannedEvaluation } from '../../pipeline/checks';
import type { Exercise, Outcome } from '../../pipeline/types';
import type { Realm } from './Realm';

/** The state of evaluating a submission's function. */
export class Asking {
  /** Of the exercise. */
  readonly banned: ReadonlySet<string>;
  readonly #outcomes = new Map<string, Outcome>();
  #running = '';
  #refused: Violation | undefined;

  constructor(
    private readonly exercise: Exercise,
    private readonly realm: Pick<Realm, 'before' | 'locate'>,
  ) {
    this.banned = new Set(exercise.forbidden);
  }

  /** The outcome to use instead of running the next evaluation, if any. */
  known({ id }: PlannedEvaluation): Outcome | undefined {
    this.#running = id;
    const known = this.realm.before?.(this.exercise.name, id);
    if (known !== undefined) this.#outcomes.set(id, known);
    return known;
  }

  /** What came of it. */
  take({ id }: PlannedEvaluation, { result, violation }: During<Outcome>): Outcome {
    this.#refused ??= violation;
    // A function that was stopped is not called again.
    if (violation !== undefined) return { status: 'crashed', detail: violation.ban };
    const outcome: Outcome =
      result.status === 'threw'
        ? { ...result, error: { ...result.error, place: this.realm.locate(result.error.stack) } }
        : result;
    this.#outcomes.set(id, outcome);
    return outcome;
  }

  /** The running evaluation was ended. */
  stop(outcome: Outcome): void {
    this.#outcomes.set(this.#running, outcome);
  }

  get run(): ExerciseRun {
    if (this.#refused === undefined) return { status: 'answered', outcomes: this.#outcomes, durationMs: 0 };
    const { ban: call, stack } = this.#refused;
    return {
      status: 'not-run',
      problem: { status: 'forbidden-call', call, place: this.realm.locate(stack), through: [] },
    };
  }
}
