import { z } from 'zod';
import type { ValueRecord } from '../../../../execution/values';
import { formatNumber } from '../../../words/formatNumber';

/**
 * A number in a law: a constant, or factor · (sum of the named arguments)^power. He's variance 2 / fanIn is `{ factor:
 * 2, sumOf: ['fanIn'], power: -1 }`, a standard deviation's square `{ sumOf: ['sigma'], power: 2 }`.
 */
export type Quantity = z.output<typeof quantitySchema>;

export const quantitySchema = z.union([
  z.number(),
  z.strictObject({
    factor: z.number().optional(),
    sumOf: z.array(z.string()).min(1).readonly(),
    power: z.number().optional(),
  }),
]);

/** NaN if an argument is not a number. */
export function quantityOf(quantity: Quantity, inputs: ValueRecord): number {
  if (typeof quantity === 'number') return quantity;
  const { factor = 1, sumOf, power = 1 } = quantity;
  const sum = sumOf.reduce((total, name) => total + numberOf(inputs[name]), 0);
  return factor * sum ** power;
}

/** As a formula: `2 / (fanIn + fanOut)`. */
export function formulaOf(quantity: Quantity): string {
  if (typeof quantity === 'number') return formatNumber(quantity);
  const { factor = 1, sumOf, power = 1 } = quantity;
  const sum = sumOf.length === 1 ? sumOf.join('') : `(${sumOf.join(' + ')})`;
  const raised = Math.abs(power) === 1 ? sum : Math.abs(power) === 0.5 ? `√${sum}` : `${sum}^${Math.abs(power)}`;
  if (power < 0) return `${formatNumber(factor)} / ${raised}`;
  return factor === 1 ? raised : `${formatNumber(factor)} · ${raised}`;
}

function numberOf(value: ValueRecord[string]): number {
  return typeof value === 'number' ? value : NaN;
}
