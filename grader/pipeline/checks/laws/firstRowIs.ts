import { z } from 'zod';
import { TensorValue, valueAt } from '../../../execution/values';
import { differingField } from './compareFields';
import { defineLaw } from './law';

const where = { en: 'row 0', zh: '第 0 行' };

/** The first row of an (N, D) result, or of its field, is a given (D,) argument. */
export const firstRowIs = defineLaw({
  name: 'firstRowIs',
  parameters: z.strictObject({ argument: z.string(), field: z.string().optional() }),
  says: { en: ({ argument }) => `the first row is ${argument}`, zh: ({ argument }) => `第一行就是 ${argument}` },
  violation({ inputs, result, parameters: { argument, field }, scale }) {
    const matrix = valueAt(result, field === undefined ? [] : [field]);
    const wanted = inputs[argument];
    if (!(matrix instanceof TensorValue) || !(wanted instanceof TensorValue)) return { where, expected: NaN, got: NaN };
    const row = new TensorValue(wanted.shape, matrix.dtype, matrix.values.slice(0, wanted.values.length));
    const violation = differingField(wanted, row, [], scale);
    return violation && { ...violation, where };
  },
});
