import type { ScoredAssignment } from '../../pipeline/score';
import type { Assignment, Exercise } from '../../pipeline/types';
import type { Checker } from '../checker';

/** What the queue is put together from. */
export interface QueueOptions {
  readonly assignments: readonly Assignment[];
  readonly checker: Pick<Checker, 'check' | 'interrupt'>;
  /** Name of the one function of an assignment that is to be checked; undefined for all of them. */
  readonly onlyIn: (id: string) => string | undefined;
  /** Takes what was found out, and the functions that still run. */
  readonly take: (scored: ScoredAssignment, running: readonly string[]) => void;
  /** More than one assignment was checked. */
  readonly allTaken: () => void;
}

/** Checks assignments one after the other, each again that is saved meanwhile. */
export class CheckQueue {
  readonly #options: QueueOptions;
  readonly #waiting = new Set<string>();
  #checking: Promise<void> | undefined;
  #current: string | undefined;
  #hasEnded = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  get isChecking(): boolean {
    return this.#checking !== undefined;
  }

  /** Checks assignments again. Resolves when nothing is left to check. */
  saved(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#waiting.add(id);
    // What is being checked is not what is saved any more.
    if (this.#current !== undefined && ids.includes(this.#current)) this.#options.checker.interrupt();
    this.#checking ??= this.#checkAll().finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  /** Checks nothing any more. */
  end(): void {
    this.#hasEnded = true;
    this.#waiting.clear();
    this.#options.checker.interrupt();
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
    if (checked > 1) this.#options.allTaken();
  }

  /**
   * Checks what is quick first, and says so: who waits for the training of one function can read of all others
   * meanwhile.
   *
   * @returns whether it completed
   */
  async #check(id: string): Promise<boolean> {
    const { checker, assignments, onlyIn, take } = this.#options;
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
