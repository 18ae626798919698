const overMs = 60_000;

/** How often something happens a second, over the last minute. */
export class Rate {
  #first: number | undefined;
  #times: number[] = [];

  count(now: number): void {
    this.#first ??= now;
    this.#times.push(now);
  }

  perSecond(now: number): number {
    this.#times = this.#times.filter((time) => now - time < overMs);
    // A rate of less than a second is none.
    const seconds = Math.max(1_000, Math.min(overMs, now - (this.#first ?? now))) / 1000;
    return Math.round((100 * this.#times.length) / seconds) / 100;
  }
}
