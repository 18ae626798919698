import type { LawContext, Violation } from '../../types';
import { z } from 'zod';
import { formatNumber } from '../../words/formatNumber';
import { TensorValue, valueAt, type Value } from '../../../execution/values';
import { tolerances } from '../tolerances';
import { defineLaw } from './law';

interface SumParameters {
  /** The matrix, if it is a field of the result. */
  readonly field?: string | undefined;
  readonly sum: number;
}

const parameters = z.strictObject({ field: z.string().optional(), sum: z.number() });
const fieldInChinese = ({ field = '' }: SumParameters): string => (field === '' ? '结果' : `${field} `);

/** Each row of the (N, C) result, or of its field, sums to `sum`. */
export const rowsSumTo = defineLaw({
  name: 'rowsSumTo',
  parameters,
  says: {
    en: ({ field = '', sum }) => `each row of ${field || 'the result'} sums to ${formatNumber(sum)}`,
    zh: (given) => `${fieldInChinese(given)}每一行之和为 ${formatNumber(given.sum)}`,
  },
  violation: (context) => wrongSum(matrixOf(context), context, { en: 'row', zh: '行' }),
});

/** Each column of the (N, D) result, or of its field, sums to `sum`. */
export const columnsSumTo = defineLaw({
  name: 'columnsSumTo',
  parameters,
  says: {
    en: ({ field = '', sum }) => `each column of ${field || 'the result'} sums to ${formatNumber(sum)}`,
    zh: (given) => `${fieldInChinese(given)}每一列之和为 ${formatNumber(given.sum)}`,
  },
  violation: (context) => wrongSum(transposed(matrixOf(context)), context, { en: 'column', zh: '列' }),
});

function matrixOf({ result, parameters: { field } }: LawContext<SumParameters>): TensorValue | undefined {
  const matrix: Value = valueAt(result, field === undefined ? [] : [field]);
  // A sum over nothing proves nothing.
  return matrix instanceof TensorValue && matrix.shape.length === 2 && matrix.values.length > 0 ? matrix : undefined;
}

function wrongSum(
  matrix: TensorValue | undefined,
  { parameters: { sum }, scale = 0 }: LawContext<SumParameters>,
  line: { readonly en: string; readonly zh: string },
): Violation | undefined {
  if (matrix === undefined) return { where: { en: `every ${line.en}`, zh: `每一${line.zh}` }, expected: sum, got: NaN };
  const [rows = 0, columns = 0] = matrix.shape;
  for (let row = 0; row < rows; row += 1) {
    const entries = matrix.values.subarray(row * columns, (row + 1) * columns);
    const total = entries.reduce((partial, entry) => partial + entry, 0);
    const size = entries.reduce((partial, entry) => partial + Math.abs(entry), 0);
    const bound = tolerances.relative * size + tolerances.absolute * scale;
    const holds = Number.isFinite(total) && Math.abs(total - sum) <= bound;
    if (!holds) return { where: { en: `${line.en} ${row}`, zh: `第 ${row} ${line.zh}` }, expected: sum, got: total };
  }
  return undefined;
}

function transposed(matrix: TensorValue | undefined): TensorValue | undefined {
  if (matrix === undefined) return undefined;
  const [rows = 0, columns = 0] = matrix.shape;
  const turned = matrix.values.map(
    (_, index) => matrix.values[(index % rows) * columns + Math.floor(index / rows)] ?? NaN,
  );
  return new TensorValue([columns, rows], matrix.dtype, turned);
}
