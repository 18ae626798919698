import type { Format } from '../format';
import { fillGradebook } from './fillGradebook';
import { makeGradebook } from './makeGradebook';

/** Canvas's exported gradebook, filled in, or a new one. */
export const canvas: Format = {
  name: 'canvas',
  of: 'class',
  write: (input) =>
    input.options.into === undefined ? makeGradebook(input) : fillGradebook(input, input.options.into),
};
