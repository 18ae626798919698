/** Builds releases for students, proven to contain no secrets. */
export { release } from './release';
export { findRefusals, refusalsOfStaff, type Refusals } from './findRefusals';
