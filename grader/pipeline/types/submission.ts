import type { SourcePlace, ThrownError } from './sandbox';

/** Why an assignment's file could not be graded. */
export type FileProblem =
  | { readonly status: 'missing'; readonly file: string }
  /** Something was handed in, and a person has to say whether one of it is the file. */
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
      /** What students write and the reader has words for. */
      readonly cause?: CompileCause | undefined;
    }
  | { readonly status: 'does-not-load'; readonly error: ThrownError };

export type CompileCause =
  | { readonly id: 'own-tests' | 'top-level-await' | 'computed-path' | 'too-deep' }
  /** Of an imported file: why it can't be read. */
  | { readonly id: 'cannot-read'; readonly file: string; readonly reason: string }
  /** Of an import: what is written as its path. */
  | { readonly id: 'not-allowed' | 'outside' | 'not-there'; readonly path: string };

/** How the graded file is not quite what was asked for. */
export type FileRemark =
  /** Taken for `wanted` by its name, or as the only file that exports `exports`. */
  | { readonly id: 'taken-by-name'; readonly file: string; readonly wanted: string }
  | {
      readonly id: 'taken-by-exports';
      readonly file: string;
      readonly wanted: string;
      readonly exports: readonly string[];
    }
  /** Read in another encoding than UTF-8. */
  | { readonly id: 'decoded'; readonly file: string; readonly encoding: string }
  /** It has a function under the name of an earlier release, which is graded as that of now. */
  | { readonly id: 'former-name'; readonly file: string; readonly name: string; readonly former: string }
  /** It answers what is no question, perhaps a misspelt one. */
  | { readonly id: 'no-question'; readonly file: string; readonly name: string; readonly questions: readonly string[] };
