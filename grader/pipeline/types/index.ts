/**
 * The values passed between the stages, one file each: course → submission → sandbox → checks → score → report. The
 * types they consist of come first.
 */
export type * from './languages';
export type * from './checkKinds';
export type * from './laws';
export type * from './findings';
export type * from './questions';
export type * from './course';
export type * from './submission';
export type * from './sandbox';
export type * from './checks';
export type * from './score';
export { isolationLevels } from './sandbox';
export { withdrawals } from './checkKinds';
