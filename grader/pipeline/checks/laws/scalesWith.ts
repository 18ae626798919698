import { z } from 'zod';
import { formatNumber } from '../../words/formatNumber';
import { differingField, mapNumbers } from './compareFields';
import { defineLaw } from './law';

/** f(c·a) = c^power·f(a) for the result or the named fields. */
export const scalesWith = defineLaw({
  name: 'scalesWith',
  parameters: z.strictObject({
    argument: z.string(),
    factor: z.number(),
    power: z.number(),
    fields: z.array(z.string()).readonly().optional(),
  }),
  says: {
    en: ({ argument, factor, power }) =>
      power === 0
        ? `scaling ${argument} changes nothing`
        : `${formatNumber(factor)}·${argument} gives ${formatNumber(factor ** power)} times the result`,
    zh: ({ argument, factor, power }) =>
      power === 0
        ? `缩放 ${argument}，结果不变`
        : `${formatNumber(factor)}·${argument} 的结果是原来的 ${formatNumber(factor ** power)} 倍`,
  },
  companions: (inputs, { argument, factor }) => [
    { ...inputs, [argument]: mapNumbers(inputs[argument], (value) => value * factor) },
  ],
  violation({ result, companions: [companion], parameters: { factor, power, fields = [] }, scale }) {
    const expected = mapNumbers(result, (value) => value * factor ** power);
    return differingField(expected, companion, fields, scale);
  },
});
