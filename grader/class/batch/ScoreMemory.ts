import type { Score } from '../../pipeline/score';

/** Partners hand in the same code within a class; a whole class of different ones need not be kept for them. */
const maxScores = 256;

/** Scores of the submissions that a lane has graded, so that the same code is graded once. */
export class ScoreMemory {
  readonly #scores = new Map<string, Score>();

  /** The score known by this identity, else what `grade` gives, which is known from then on. */
  async recall(identity: string, grade: () => Promise<Score>): Promise<Score> {
    const score = this.#scores.get(identity) ?? (await grade());
    // What was asked for last is forgotten last.
    this.#scores.delete(identity);
    this.#scores.set(identity, score);
    const [oldest] = this.#scores.keys();
    if (this.#scores.size > maxScores && oldest !== undefined) this.#scores.delete(oldest);
    return score;
  }
}
