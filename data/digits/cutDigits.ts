import { createHash } from 'node:crypto';
import { DataError } from '../files/DataError';

/** Seed of the split into students' images and test images. Don't change it: that would change the files. */
export const testSeed = 1998;
/** Number of examples in the source. */
export const total = 1797;
/** Number of test images among them. */
export const testCount = 500;

/** Lines of CSV, 64 pixels and the label each, in the order of the files. */
export interface CutDigits {
  readonly train: readonly string[];
  readonly test: readonly string[];
}

/**
 * Splits the source into the two files: shuffled, with the last 500 as test images.
 *
 * @param csv - the content of `digits.csv`
 */
export function cutDigits(csv: string): CutDigits {
  const lines = csv.trimEnd().split('\n');
  if (lines.length !== total)
    throw new DataError({
      en: `digits.csv has ${lines.length} lines; ${total} are expected.`,
      zh: `digits.csv 有 ${lines.length} 行，应有 ${total} 行。`,
    });
  const shuffled = cutOrder().flatMap((index) => lines[index] ?? []);
  return { train: shuffled.slice(0, total - testCount), test: shuffled.slice(total - testCount) };
}

/** Reconstructs the source from both files. */
export function joinDigits({ train, test }: CutDigits): string {
  const shuffled = [...train, ...test];
  const lines: string[] = [];
  for (const [position, index] of cutOrder().entries()) lines[index] = shuffled[position] ?? '';
  return `${lines.join('\n')}\n`;
}

/** The lines' numbers, from 0, sorted by the SHA-256 of "1998/NUMBER": an order that any language can reproduce. */
function cutOrder(): number[] {
  const keyed = Array.from({ length: total }, (_, index) => ({
    index,
    key: createHash('sha256').update(`${testSeed}/${index}`).digest('hex'),
  }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ index }) => index);
}
