import { TensorValue, valueAt } from '../../../execution/values';
import { tolerances } from '../tolerances';
import { noCompanions, type Law } from './law';

/** Each row of the (N, C) result, or of its field, sums to `sum`. Parameters: field?, sum. */
export const rowsSumTo: Law = {
  companions: noCompanions,
  violation({ result, parameters, scale = 0 }) {
    const { field, sum } = parameters;
    const matrix = valueAt(result, typeof field === 'string' ? [field] : []);
    // A sum over nothing proves nothing.
    if (!(matrix instanceof TensorValue) || matrix.shape.length !== 2 || matrix.values.length === 0)
      return { where: 'every row', expected: Number(sum), got: NaN };
    const [rows = 0, columns = 0] = matrix.shape;
    for (let row = 0; row < rows; row += 1) {
      const entries = matrix.values.subarray(row * columns, (row + 1) * columns);
      const total = entries.reduce((partial, entry) => partial + entry, 0);
      const size = entries.reduce((partial, entry) => partial + Math.abs(entry), 0);
      const bound = tolerances.relative * size + tolerances.absolute * scale;
      const holds = Number.isFinite(total) && Math.abs(total - Number(sum)) <= bound;
      if (!holds) return { where: `row ${row}`, expected: Number(sum), got: total };
    }
    return undefined;
  },
};
