import { z } from 'zod';
import type { Violation, Words } from '../../../types';
import { defineLaw } from '../law';
import { drawnNumbers, drawParameters, falseAlarms, isViolation, withOtherSeeds } from './drawnNumbers';
import { distributions, momentBounds } from './momentBounds';
import { formulaOf, quantityOf, quantitySchema } from './quantity';

const parameters = z.strictObject({
  ...drawParameters,
  mean: quantitySchema.optional(),
  variance: quantitySchema,
  distribution: z.enum(distributions),
});

/**
 * Random numbers have the expected mean and variance, over all seeds together and for each seed.
 *
 * A correct answer is rejected on one case in a billion; see Note [Moments by chance]. With n numbers over all seeds, a
 * variance that is off by more than about 9/√n of its value is detected.
 */
export const moments = defineLaw({
  name: 'moments',
  parameters,
  says: {
    en: ({ mean = 0, variance }) =>
      `over many seeds the mean is ${formulaOf(mean)} and the variance ${formulaOf(variance)}, as near as chance allows`,
    zh: ({ mean = 0, variance }) =>
      `取多个种子，均值为 ${formulaOf(mean)}，方差为 ${formulaOf(variance)}（允许随机误差）`,
  },
  companions: (inputs, given, random) => withOtherSeeds(inputs, given, random),
  violation(context): Violation | undefined {
    const { inputs, parameters: given } = context;
    const { field, distribution, mean = 0 } = given;
    const numbers = drawnNumbers(context, field);
    if (isViolation(numbers)) return numbers;
    const truth = { mean: quantityOf(mean, inputs), variance: quantityOf(given.variance, inputs) };
    // All seeds together give the tightest bounds; single seeds detect what is constant within a draw.
    const samples = [joined(numbers), ...numbers];
    const each = falseAlarms / (2 * samples.length);
    for (const [index, values] of samples.entries()) {
      const bounds = momentBounds(distribution, { variance: truth.variance, count: values.length }, each);
      const isOfAll = index === 0;
      const got = meanOf(values, (value) => value);
      if (!(Math.abs(got - truth.mean) <= bounds.mean))
        return { where: isOfAll ? places.mean : places.meanOfOne, expected: truth.mean, got };
      const spread = meanOf(values, (value) => (value - truth.mean) ** 2);
      const [least, most] = bounds.variance;
      if (!(spread >= least && spread <= most))
        return { where: isOfAll ? places.variance : places.varianceOfOne, expected: truth.variance, got: spread };
    }
    return undefined;
  },
});

const places = {
  mean: { en: 'the mean over all seeds', zh: '所有种子的均值' },
  variance: { en: 'the variance over all seeds', zh: '所有种子的方差' },
  meanOfOne: { en: 'the mean for one seed', zh: '单个种子的均值' },
  varianceOfOne: { en: 'the variance for one seed', zh: '单个种子的方差' },
} as const satisfies Readonly<Record<string, Words>>;

function joined(numbers: readonly Float64Array[]): Float64Array {
  return Float64Array.from(numbers.flatMap((values) => [...values]));
}

function meanOf(values: Float64Array, of: (value: number) => number): number {
  return values.reduce((sum, value) => sum + of(value), 0) / values.length;
}
