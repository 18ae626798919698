const windowMs = 60_000;

/** Counts events per second over the last minute. */
export class Rate {
  #first: number | undefined;
  #times: number[] = [];

  count(now: number): void {
    this.#first ??= now;
    this.#times.push(now);
  }

  perSecond(now: number): number {
    this.#times = this.#times.filter((time) => now - time < windowMs);
    // At least a second, so that a first event does not yield a huge rate.
    const seconds = Math.max(1_000, Math.min(windowMs, now - (this.#first ?? now))) / 1000;
    return Math.round((100 * this.#times.length) / seconds) / 100;
  }
}
