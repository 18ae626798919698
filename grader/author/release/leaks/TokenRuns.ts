import { unknown, type Tokens, type Words } from './Words';

export interface FoundRun {
  /** The secret file. */
  readonly from: string;
  readonly words: string;
  /** Position in the searched text. */
  readonly at: number;
}

/** A set of token runs, to be found in other texts. */
export class TokenRuns {
  /** The source of each run, by its words. */
  readonly #runs = new Map<string, string>();
  // Prefilter: each pair of adjacent words must occur in some run, which is rare in most texts.
  readonly #followers = new Map<number, Set<number>>();

  constructor(
    readonly words: Words,
    readonly length: number,
  ) {}

  /** Adds every run of the tokens. */
  add({ words }: Tokens, from: string): void {
    let added = -1;
    for (let end = this.length; end <= words.length; end += 1) {
      const start = end - this.length;
      const run = words.slice(start, end);
      // Runs of only punctuation and numbers occur anywhere.
      if (!run.some((word) => this.words.isName(word))) continue;
      for (let index = Math.max(start, added); index < end - 1; index += 1) this.#follows(words, index);
      added = end - 1;
      this.#runs.set(run.join(), from);
    }
  }

  #follows(words: readonly number[], index: number): void {
    const one = words[index] ?? unknown;
    const known = this.#followers.get(one) ?? new Set();
    this.#followers.set(one, known.add(words[index + 1] ?? unknown));
  }

  /** Removes the runs that also occur in these tokens. */
  remove({ words }: Tokens): void {
    for (let end = this.length; end <= words.length; end += 1)
      this.#runs.delete(words.slice(end - this.length, end).join());
  }

  /**
   * The first run of the set in these tokens.
   *
   * @param fewestNames - runs with fewer distinct names are ignored
   */
  find({ words, places }: Tokens, fewestNames: number): FoundRun | undefined {
    let known = 1;
    let before: Set<number> | undefined;
    for (let end = 1; end <= words.length; end += 1) {
      const word = words[end - 1] ?? unknown;
      known = before?.has(word) === true ? known + 1 : 1;
      before = word === unknown ? undefined : this.#followers.get(word);
      if (known < this.length) continue;
      const run = words.slice(end - this.length, end);
      const from = this.#runs.get(run.join());
      if (from !== undefined && this.#namesIn(run) >= fewestNames)
        return { from, words: run.map((one) => this.words.textOf(one)).join(' '), at: places[end - this.length] ?? 0 };
    }
    return undefined;
  }

  #namesIn(run: readonly number[]): number {
    return new Set(run.filter((word) => this.words.isName(word))).size;
  }
}
