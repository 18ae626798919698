/** Reads archives, treating them as untrusted. */
export { archiveKindOf, withoutArchiveEnding } from './archiveKind';
export { submissionLimits, type ArchiveLimits } from './limits';
export { codeEnding, innerArchive, isOfTools, isSourceFile } from './isSourceFile';
export type { SkippedEntry } from './types';
export { unpackArchive } from './unpackArchive';
