import type { Score } from '../../pipeline/score';

/** Enough for partners in a class who hand in the same code. */
const maxScores = 256;

/** Caches the scores of a lane's submissions, so that identical code is graded once. */
export class ScoreMemory {
  readonly #scores = new Map<string, Score>();

  /** Returns the cached score, or calls `grade` and caches its result. */
  async recall(identity: string, grade: () => Promise<Score>): Promise<Score> {
    const score = this.#scores.get(identity) ?? (await grade());
    // Moves it to the end: the least recently used score is evicted first.
    this.#scores.delete(identity);
    this.#scores.set(identity, score);
    const [oldest] = this.#scores.keys();
    if (this.#scores.size > maxScores && oldest !== undefined) this.#scores.delete(oldest);
    return score;
  }
}
