import { z } from 'zod';
import type { ValueRecord } from '../../../../execution/values';
import type { Violation } from '../../../types';
import { differingField } from '../compareFields';
import { defineLaw } from '../law';
import { drawnNumbers, drawParameters, isViolation, withOtherSeeds } from './drawnNumbers';

/**
 * The same seed gives the same numbers every time, and different seeds give different numbers, pairwise. Numbers that
 * can coincide by chance, such as a few coin flips, need larger draws.
 */
export const seedsDiffer = defineLaw({
  name: 'seedsDiffer',
  parameters: z.strictObject(drawParameters),
  says: {
    en: () => 'the same seed gives the same numbers again, and other seeds give others',
    zh: () => '相同的种子再次给出相同的数，不同的种子给出不同的数',
  },
  // The case's own seed last, after all the others.
  companions: (inputs, parameters, random): readonly ValueRecord[] => [
    ...withOtherSeeds(inputs, parameters, random),
    inputs,
  ],
  violation(context): Violation | undefined {
    const { field } = context.parameters;
    const numbers = drawnNumbers(context, field);
    if (isViolation(numbers)) return numbers;
    const again = differingField(
      context.result,
      context.companions.at(-1),
      field === undefined ? [] : [field],
      context.scale,
    );
    if (again !== undefined) return again;
    const draws = numbers.slice(0, -1);
    const different = draws.filter((one, index) => !draws.slice(0, index).some((other) => areSame(one, other))).length;
    if (different === draws.length) return undefined;
    const where = { en: 'different results among different seeds', zh: '不同的种子给出的不同结果的个数' };
    return { where, expected: draws.length, got: different };
  },
});

function areSame(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
