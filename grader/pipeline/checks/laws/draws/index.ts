/** Laws about random numbers, for exercises whose answers are free but for their distribution. */
export { moments } from './moments';
export { range } from './range';
export { seedsDiffer } from './seedsDiffer';
