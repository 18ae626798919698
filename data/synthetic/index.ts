/**
 * Data sets generated from a seed; see README.md. Importing this loads tfjs: in double precision, import the precision
 * module first.
 */
export { narrowValley, valleyGradient, valleyHeight } from './narrowValley';
export type { NarrowValley, NarrowValleyOptions } from './narrowValley';
export { spirals } from './spirals';
export type { SpiralsOptions } from './spirals';
export { xor } from './xor';
export type { XorOptions } from './xor';
