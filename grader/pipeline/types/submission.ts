import type { SourcePlace, ThrownError } from './sandbox';

/** Why an assignment's file could not be graded. */
export type FileProblem =
  | { readonly status: 'missing'; readonly file: string }
  /** Something was handed in, and a person has to decide whether it contains the file. */
  | {
      readonly status: 'unrecognised';
      readonly file: string;
      readonly candidates: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly status: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly status: 'unreadable'; readonly file: string; readonly reason: string }
  | {
      readonly status: 'does-not-compile';
      readonly message: string;
      readonly place: SourcePlace | undefined;
      /** A cause with a translated message. */
      readonly cause?: CompileCause | undefined;
    }
  | { readonly status: 'does-not-load'; readonly error: ThrownError };

export type CompileCause =
  | { readonly id: 'own-tests' | 'top-level-await' | 'computed-path' | 'too-deep' }
  /** Why an imported file can't be read. */
  | { readonly id: 'cannot-read'; readonly file: string; readonly reason: string }
  /** The path of an import. */
  | { readonly id: 'not-allowed' | 'outside' | 'not-there'; readonly path: string };

/** How the graded file differs from what was asked for. */
export type FileRemark =
  /** Used as `wanted` because of its name, or as the only file that exports `exports`. */
  | { readonly id: 'taken-by-name'; readonly file: string; readonly wanted: string }
  | {
      readonly id: 'taken-by-exports';
      readonly file: string;
      readonly wanted: string;
      readonly exports: readonly string[];
    }
  /** Decoded from an encoding other than UTF-8. */
  | { readonly id: 'decoded'; readonly file: string; readonly encoding: string }
  /** Has a function under its name in an earlier release, which is graded. */
  | { readonly id: 'former-name'; readonly file: string; readonly name: string; readonly former: string }
  /** Answers something that is not a question, perhaps a misspelled name. */
  | { readonly id: 'no-question'; readonly file: string; readonly name: string; readonly questions: readonly string[] };
