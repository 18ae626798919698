import type { Token } from './tokens';

export interface FoundRun {
  /** The file that it is secret in. */
  readonly from: string;
  readonly words: string;
  /** Where it begins in the text that was searched. */
  readonly at: number;
}

/** A set of runs of tokens, to be found again in other texts. */
export class TokenRuns {
  /** By the run's words, the text that it is from. */
  readonly #runs = new Map<string, string>();
  // A run can only be where each word follows the one before it as in some run, which in most texts few do.
  readonly #followers = new Map<string, Set<string>>();

  constructor(readonly length: number) {}

  /** Adds every run of the tokens. */
  add(tokens: readonly Token[], from: string): void {
    for (let end = this.length; end <= tokens.length; end += 1) {
      const run = tokens.slice(end - this.length, end);
      // Signs and numbers alone stand anywhere.
      if (!run.some(({ isName }) => isName)) continue;
      for (const [index, { text }] of run.slice(1).entries()) this.#follows(run[index]?.text ?? '', text);
      this.#runs.set(keyOf(run), from);
    }
  }

  #follows(one: string, next: string): void {
    const known = this.#followers.get(one) ?? new Set();
    this.#followers.set(one, known.add(next));
  }

  /** Takes out the runs that these tokens have too. */
  remove(tokens: readonly Token[]): void {
    for (let end = this.length; end <= tokens.length; end += 1)
      this.#runs.delete(keyOf(tokens.slice(end - this.length, end)));
  }

  /**
   * The first run of the set in these tokens.
   *
   * @param fewestNames - runs with fewer different names than these are let pass
   */
  find(tokens: readonly Token[], fewestNames: number): FoundRun | undefined {
    let known = 1;
    for (const [index, { text }] of tokens.entries()) {
      known = this.#followers.get(tokens[index - 1]?.text ?? '')?.has(text) === true ? known + 1 : 1;
      if (known < this.length) continue;
      const run = tokens.slice(index + 1 - this.length, index + 1);
      const from = this.#runs.get(keyOf(run));
      if (from !== undefined && namesIn(run) >= fewestNames)
        return { from, words: run.map((token) => token.text).join(' '), at: run[0]?.at ?? 0 };
    }
    return undefined;
  }
}

function namesIn(run: readonly Token[]): number {
  return new Set(run.flatMap(({ text, isName }) => (isName ? [text] : []))).size;
}

function keyOf(run: readonly Token[]): string {
  return run.map(({ text }) => text).join('\u0000');
}
