import type { Violation } from '../../pipeline/checks/laws';

/** Rows of the data by index, and their labels. */
interface LabelledRows {
  readonly rows: readonly number[];
  readonly labels: readonly number[];
}

/** Rejects rows whose labels are not those of the data. */
export function lostLabels(parts: readonly LabelledRows[], labels: readonly number[]): Violation | undefined {
  const pairs = parts.flatMap((part) => part.rows.map((row, index) => part.labels[index] === labels[row]));
  const kept = pairs.filter(Boolean).length;
  const where = { en: 'rows that kept their label', zh: '仍与自己的标签对应的行数' };
  return kept === pairs.length ? undefined : { where, expected: pairs.length, got: kept };
}
