import { DataError } from '../../data/files/DataError';
import { parseDigits } from '../../data/digits/parseDigits';
import { splitDigits, type DigitBytes } from '../../data/digits/splitDigits';
import type { Curriculum } from '../pipeline/course';
import { callbacks } from './callbacks';
import { digitsSet } from './data/digitsSet';
import { laws } from './laws';

/** Split of the digits, as in their loader, for cases that refer to images. */
const seedOfSplit = 1;

/**
 * This course's additions to the engine in a browser, without files.
 *
 * @param digits - the lines of the public digits
 */
export function browserCurriculum(digits: readonly string[]): Curriculum {
  let images: DigitBytes | undefined;
  const data = digitsSet((part) => {
    if (part === 'test') throw new DataError('the test images are not in the page, since they mark the capstone');
    images ??= splitDigits(parseDigits(digits), seedOfSplit);
    return images[part];
  });
  return { laws, callbacks, data: [data], author: () => Promise.reject(new Error('specs are not in the page')) };
}
