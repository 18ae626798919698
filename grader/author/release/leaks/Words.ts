import { forEachToken } from './tokens';

/** A text as word ids: a bundle has a million tokens, which as objects would take longer to free than to compare. */
export interface Tokens {
  readonly words: readonly number[];
  /** Position of each token in the text. */
  readonly places: readonly number[];
}

/** Id of words that no secret has. */
export const unknown = 0;

/** The words of secrets, numbered. */
export class Words {
  readonly #numbers = new Map<string, number>();
  readonly #texts = [''];
  readonly #names = new Set<number>();
  readonly #signs = {
    semicolon: this.#numberOf(';'),
    comma: this.#numberOf(','),
    open: this.#numberOf('('),
    close: this.#numberOf(')'),
    arrow: this.#numberOf('=>'),
    ends: [')', ']', '}'].map((sign) => this.#numberOf(sign)),
  };

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#texts.length);
    return this.#texts.push(word) - 1;
  }

  /** Reads a secret, and registers its words. */
  learn(text: string): Tokens {
    return tokensOf(text, (word, isName) => {
      const number = this.#numberOf(word);
      if (isName) this.#names.add(number);
      return number;
    });
  }

  /** Reads a text to search. */
  read(text: string): Tokens {
    return tokensOf(text, (word) => this.#numbers.get(word) ?? unknown);
  }

  textOf(word: number): string {
    return this.#texts[word] ?? '';
  }

  isName(word: number): boolean {
    return this.#names.has(word);
  }

  /**
   * The tokens without those that a compiler may add or drop: semicolons, trailing commas, and the parentheses of a
   * single parameter.
   */
  essential({ words, places }: Tokens): Tokens {
    const { semicolon, comma, open, close, arrow, ends } = this.#signs;
    const isFree = (index: number): boolean => {
      const own = words[index];
      if (own === semicolon) return true;
      if (own === comma) return ends.includes(words[index + 1] ?? unknown);
      if (own === open) return words[index + 2] === close && words[index + 3] === arrow;
      if (own === close) return words[index + 1] === arrow && words[index - 2] === open;
      return false;
    };
    const kept: { words: number[]; places: number[] } = { words: [], places: [] };
    for (const [index, word] of words.entries()) {
      if (isFree(index)) continue;
      kept.words.push(word);
      kept.places.push(places[index] ?? 0);
    }
    return kept;
  }
}

function tokensOf(text: string, numberOf: (word: string, isName: boolean) => number): Tokens {
  const words: number[] = [];
  const places: number[] = [];
  forEachToken(text, (word, at, isName) => {
    words.push(numberOf(word, isName));
    places.push(at);
  });
  return { words, places };
}
