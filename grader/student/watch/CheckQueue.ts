/** Runs one check after the other, each once however often it was asked for while another ran. */
export class CheckQueue<T> {
  readonly #check: (which: T) => Promise<void>;
  readonly #waiting = new Set<T>();
  #running = false;

  constructor(check: (which: T) => Promise<void>) {
    this.#check = check;
  }

  /** Resolves when nothing is left to check, or at once if others are being checked. */
  async add(which: T): Promise<void> {
    this.#waiting.add(which);
    if (this.#running) return;
    this.#running = true;
    try {
      for (const next of this.#waiting) {
        this.#waiting.delete(next);
        await this.#check(next);
      }
    } finally {
      this.#running = false;
    }
  }
}
