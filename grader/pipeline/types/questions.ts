import type { Language } from './languages';

/** A text in English, and in other languages where it is written in them. */
export interface Phrase extends Readonly<Partial<Record<Language, string>>> {
  readonly en: string;
}

/** A question that is answered in words or numbers, and not by a function: all that a student may know of it. */
export interface Question {
  readonly prompt: Phrase;
  readonly form: AnswerForm;
}

export type AnswerForm =
  | {
      readonly kind: 'choice';
      /** Goes before what is hashed, so that equal answers of two questions have unlike hashes. */
      readonly salt: string;
      readonly choices: readonly { readonly id: string; readonly text: Phrase }[];
    }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' };

/** What is right. */
export type RightAnswer =
  | {
      readonly kind: 'choice';
      /** Of the right choice. */
      readonly hash: string;
      /** What is said of a choice that is not right, by its id; packed, so that no one reads it by accident. */
      readonly feedback: Readonly<Record<string, string>>;
      /** Not even the hash is released. */
      readonly hidden?: boolean | undefined;
    }
  | {
      readonly kind: 'number';
      readonly value: number;
      /** The largest difference that is still right. */
      readonly tolerance: number;
      readonly feedback?: Phrase | undefined;
    }
  | {
      readonly kind: 'text';
      /** Regular expressions, of which one matches the whole text. */
      readonly patterns: readonly string[];
      readonly feedback?: Phrase | undefined;
    }
  /** In what is released: only who grades knows it. */
  | { readonly kind: 'later'; readonly points: number };
