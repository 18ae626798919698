export {
  archiveKindOf,
  innerArchive,
  isOfTools,
  isSourceFile,
  submissionLimits,
  unpackArchive,
  withoutArchiveEnding,
} from './archives';
export { openSubmission, type OpenSubmission } from './openSubmission';
export { readAnswerFiles, readCode, type CodeFile } from './readCode';
export { whyUnreadable } from './whyUnreadable';
export { readSubmission } from './readSubmission';
export type { AssignmentFile } from './findCandidates';
export { codeBehind } from './codeBehind';
export { listFiles } from './listFiles';
export { isFileProblem } from './isFileProblem';
export { compileFile, compileSubmission } from './compileSubmission';
export { placed, placeInStack, placeOf } from './sourcePlaces';
export { causeOfImport, libraryNames, refusalOf } from './allowedImports';
export { ownTestProblem } from './ownTestProblem';
export { parseModule, parseScript } from './parseBounded';
export { tooDeep } from './tooDeep';
export { findProblems } from './findProblems';
export type { Named } from './underFormerNames';
export { usesNeighbour } from './findForbiddenCall';
export { withoutCode } from './withoutCode';
export type { Compiled, FoundFile, Submission } from './types';
