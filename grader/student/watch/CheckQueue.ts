import type { ScoredAssignment } from '../../pipeline/score';
import type { Assignment, Exercise } from '../../pipeline/types';
import type { Checker } from '../checker';

/** Dependencies of the queue. */
export interface QueueOptions {
  readonly assignments: readonly Assignment[];
  readonly checker: Pick<Checker, 'check' | 'interrupt'>;
  /** Name of the only function of an assignment to check; undefined for all. */
  readonly onlyIn: (id: string) => string | undefined;
  /** Gets the results, and the functions that are still running. */
  readonly take: (scored: ScoredAssignment, running: readonly string[]) => void;
  /** More than one assignment was checked. */
  readonly allTaken: () => void;
}

/** Checks assignments one after the other, and rechecks those that are saved meanwhile. */
export class CheckQueue {
  readonly #waiting = new Set<string>();
  #checking: Promise<void> | undefined;
  #current: string | undefined;
  #hasEnded = false;

  constructor(private readonly options: QueueOptions) {}

  get isChecking(): boolean {
    return this.#checking !== undefined;
  }

  /** Rechecks assignments. Resolves when the queue is empty. */
  saved(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#waiting.add(id);
    // The running check is outdated.
    if (this.#current !== undefined && ids.includes(this.#current)) this.options.checker.interrupt();
    this.#checking ??= this.#checkAll().finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  /** Stops checking. */
  end(): void {
    this.#hasEnded = true;
    this.#waiting.clear();
    this.options.checker.interrupt();
  }

  async #checkAll(): Promise<void> {
    let checked = 0;
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      this.#current = id;
      const isDone = await this.#check(id);
      this.#current = undefined;
      if (!isDone && !this.#hasEnded) this.#waiting.add(id);
      checked += 1;
    }
    if (checked > 1) this.options.allTaken();
  }

  /**
   * Checks fast functions first and reports them, so results don't wait for the training of one function.
   *
   * @returns whether it completed
   */
  async #check(id: string): Promise<boolean> {
    const { checker, assignments, onlyIn, take } = this.options;
    const only = onlyIn(id);
    const isAsked = ({ name }: Exercise): boolean => only === undefined || name === only;
    const isSlow = ({ seconds }: Exercise): boolean => seconds !== undefined;
    const { exercises = [] } = assignments.find((one) => one.id === id) ?? {};
    const slow = exercises.filter((exercise) => isAsked(exercise) && isSlow(exercise)).map(({ name }) => name);
    const first = await checker.check(id, (exercise) => isAsked(exercise) && !isSlow(exercise));
    if (first === undefined) return false;
    const isOver = first.problem !== undefined || slow.length === 0;
    take(first, isOver ? [] : slow);
    if (isOver) return true;
    const second = await checker.check(id, (exercise) => isAsked(exercise) && isSlow(exercise));
    if (second === undefined) return false;
    take(second, []);
    return true;
  }
}
