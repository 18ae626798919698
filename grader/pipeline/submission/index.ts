export { archiveKindOf, isOfTools, isSourceFile, unpackArchive, withoutArchiveEnding } from './archives';
export { openSubmission, type OpenSubmission } from './openSubmission';
export { readSubmission } from './readSubmission';
export type { AssignmentFile } from './findCandidates';
export { isFileProblem } from './isFileProblem';
export { compileSubmission } from './compileSubmission';
export { placeInStack, placeOf } from './sourcePlaces';
export { findProblems } from './findProblems';
export type { Compiled, ForbiddenUse, FoundFile, Submission } from './types';
