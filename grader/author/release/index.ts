/** Publishing: what students get, proven to hold nothing that they must not have. */
export { release } from './release';
export { findRefusals, refusalsOfStaff, type Refusals } from './findRefusals';
