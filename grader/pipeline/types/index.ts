/**
 * The values that pass between the stages, a file for each:
 * course → submission → sandbox → checks → score → report.
 * Before them, what those are made of.
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
