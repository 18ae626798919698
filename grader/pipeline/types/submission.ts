import type { SourcePlace, ThrownError } from './sandbox';

/** Why an assignment's file could not be graded. */
export type FileProblem =
  | { readonly status: 'missing'; readonly file: string }
  | { readonly status: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly status: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly status: 'does-not-compile'; readonly message: string; readonly place: SourcePlace | undefined }
  | { readonly status: 'does-not-load'; readonly error: ThrownError };
