/** So many may run at once; first come, first served, also one that wants several places. */
export class Slots {
  #free: number;
  readonly #waiting: { readonly places: number; readonly go: () => void }[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** @returns what gives the places back */
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
