import { TensorValue, valueAt } from '../../../execution/values';
import { noCompanions, type Law } from './law';
import { rowsSumTo } from './rowsSumTo';

/** Each column of the (N, D) result, or of its field, sums to `sum`. Parameters: field?, sum. */
export const columnsSumTo: Law = {
  companions: noCompanions,
  violation({ result, parameters: { field, sum }, ...context }) {
    const matrix = valueAt(result, typeof field === 'string' ? [field] : []);
    const turned = matrix instanceof TensorValue && matrix.shape.length === 2 ? transposed(matrix) : matrix;
    const violation = rowsSumTo.violation({ ...context, result: turned, parameters: { sum } });
    return violation && { ...violation, where: violation.where.replace('row', 'column') };
  },
};

function transposed({ shape, dtype, values }: TensorValue): TensorValue {
  const [rows = 0, columns = 0] = shape;
  const turned = values.map((_, index) => values[(index % rows) * columns + Math.floor(index / rows)] ?? NaN);
  return new TensorValue([columns, rows], dtype, turned);
}
