import { DataError } from '../../data/files/DataError';
import { parseDigits } from '../../data/digits/parseDigits';
import { splitDigits, type DigitBytes } from '../../data/digits/splitDigits';
import type { Curriculum } from '../pipeline/course';
import { callbacks } from './callbacks';
import { digitsSet } from './data/digitsSet';
import { laws } from './laws';

/** As the digits' loader splits them, for the cases that name images. */
const seedOfSplit = 1;

/**
 * What this course adds to the engine where there are no files: in a browser.
 *
 * @param digits - the lines of the digits that everyone has
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
