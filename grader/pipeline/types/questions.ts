import type { Language } from './languages';

/** A text in English, and optionally in other languages. */
export interface Phrase extends Readonly<Partial<Record<Language, string>>> {
  readonly en: string;
}

/** A question that is answered in words or numbers instead of code: the parts that students may know. */
export interface Question {
  readonly prompt: Phrase;
  readonly form: AnswerForm;
}

export type AnswerForm =
  | {
      readonly kind: 'choice';
      /** Hashed before the id, so that equal answers of two questions have different hashes. */
      readonly salt: string;
      readonly choices: readonly { readonly id: string; readonly text: Phrase }[];
    }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' };

/** The right answer. */
export type RightAnswer =
  | {
      readonly kind: 'choice';
      /** Of the right choice. */
      readonly hash: string;
      /** Feedback on each wrong choice, by id; packed, so that no one reads it by accident. */
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
      /** Regular expressions, one of which must match the whole text. */
      readonly patterns: readonly string[];
      readonly feedback?: Phrase | undefined;
    }
  /** Used in releases: only the grading side knows the answer. */
  | { readonly kind: 'later'; readonly points: number };
