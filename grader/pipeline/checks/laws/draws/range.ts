import { z } from 'zod';
import type { Violation } from '../../../types';
import { tolerances } from '../../tolerances';
import { defineLaw } from '../law';
import { drawnNumbers, drawParameters, falseAlarms, isViolation, withOtherSeeds } from './drawnNumbers';
import { formulaOf, quantityOf, quantitySchema } from './quantity';

const parameters = z.strictObject({ ...drawParameters, low: quantitySchema, high: quantitySchema });

/**
 * Uniform random numbers are within a range, and over several seeds come close to both ends.
 *
 * The probability that none of n numbers is within a share s of an end is (1 − s)ⁿ: a correct answer is rejected on one
 * case in a billion.
 */
export const range = defineLaw({
  name: 'range',
  parameters,
  says: {
    en: ({ low, high }) => `over many seeds the numbers fill the range from ${formulaOf(low)} to ${formulaOf(high)}`,
    zh: ({ low, high }) => `取多个种子，数值填满从 ${formulaOf(low)} 到 ${formulaOf(high)} 的区间`,
  },
  companions: (inputs, given, random) => withOtherSeeds(inputs, given, random),
  violation(context): Violation | undefined {
    const { inputs, parameters: given } = context;
    const numbers = drawnNumbers(context, given.field);
    if (isViolation(numbers)) return numbers;
    const [low, high] = [quantityOf(given.low, inputs), quantityOf(given.high, inputs)];
    let [smallest, largest, count] = [Infinity, -Infinity, 0];
    for (const values of numbers) {
      count += values.length;
      for (const value of values) [smallest, largest] = [Math.min(smallest, value), Math.max(largest, value)];
    }
    const slack = tolerances.relative * Math.max(Math.abs(low), Math.abs(high));
    const reach = (high - low) * (1 - (falseAlarms / 2) ** (1 / count));
    if (!(smallest >= low - slack && smallest <= low + reach))
      return { where: { en: 'the smallest number', zh: '最小的数' }, expected: low, got: smallest };
    if (!(largest <= high + slack && largest >= high - reach))
      return { where: { en: 'the largest number', zh: '最大的数' }, expected: high, got: largest };
    return undefined;
  },
});
