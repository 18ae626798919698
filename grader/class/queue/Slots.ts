/** A first-in, first-out semaphore; a request may take several slots. */
export class Slots {
  #free: number;
  readonly #waiting: { readonly places: number; readonly go: () => void }[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** @returns a function that releases the slots */
  async take(places: number): Promise<() => void> {
    await new Promise<void>((go) => {
      this.#waiting.push({ places, go });
      this.#next();
    });
    return () => {
      this.#free += places;
      this.#next();
    };
  }

  #next(): void {
    for (let [first] = this.#waiting; first !== undefined && first.places <= this.#free; [first] = this.#waiting) {
      this.#waiting.shift();
      this.#free -= first.places;
      first.go();
    }
  }
}
