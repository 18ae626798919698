import type { ImageBytes } from '../examples/examples';
import { DataError } from '../files/DataError';
import { parseDigits } from './parseDigits';
import { pathOf, readLines, type DigitsPart } from './readLines';
import { splitDigits, type DigitBytes } from './splitDigits';

export { trainCount, type DigitBytes } from './splitDigits';

export interface DigitsOptions {
  /** Seed of the split between training and validation. The test images are always the same. */
  readonly seed?: number | undefined;
  /** Folder of the files; `data/digits` by default. */
  readonly folder?: string | undefined;
}

/**
 * Reads the training and validation images without loading tfjs.
 *
 * @throws DataError if the file is missing or damaged
 */
export function readDigits({ seed = 1, folder }: DigitsOptions = {}): DigitBytes {
  const all = readPart('train', folder);
  if (all === undefined) {
    const path = pathOf('train', folder);
    throw new DataError({
      en: `${path} is missing. Restore it from the release.`,
      zh: `缺少 ${path}。请从发布的课程文件中恢复它。`,
    });
  }
  return splitDigits(all, seed);
}

/**
 * Reads the 500 test images without loading tfjs.
 *
 * @returns undefined if they are missing, as in a student's copy
 * @throws DataError if the file is damaged
 */
export function readTestDigits({ folder }: Pick<DigitsOptions, 'folder'> = {}): ImageBytes | undefined {
  return readPart('test', folder);
}

/** Explains where the test images should be, and why they can be missing. */
export function missingTestDigits({ folder }: Pick<DigitsOptions, 'folder'> = {}): DataError {
  const path = pathOf('test', folder);
  return new DataError({
    en:
      `${path} is not there. A student's copy has no test images, since they mark the capstone: ` +
      "measure on the validation images instead. Staff find the file in the course's own repository.",
    zh:
      `没有 ${path}。学生的副本里没有测试图像，因为 trainClassifier 用它们评分：` +
      '请改用验证图像来衡量。教师可在课程自己的仓库中找到这个文件。',
  });
}

function readPart(part: DigitsPart, folder: string | undefined): ImageBytes | undefined {
  const lines = readLines(part, folder);
  return lines && parseDigits(lines);
}
