/** Laws about random numbers, for exercises where only the distribution of the answer is determined. */
export { moments } from './moments';
export { range } from './range';
export { seedsDiffer } from './seedsDiffer';
