import { TensorValue, valueAtPath, type Value } from '../../../execution/values';
import type { ScoredCheck } from '../../../pipeline/score';
import type { Difference, DrawnTensor } from './messages';

/** Larger tables are not readable. */
const maxRows = 8;
const maxColumns = 8;

/** The tensors that a failed reference check compared, in the smallest differing case; undefined if there are none. */
export function differenceOf({ check, failingCase, wrongAnswers = [] }: ScoredCheck): Difference | undefined {
  // Values compared up to a constant are not the returned ones.
  if (check.kind !== 'reference' || check.comparison.rule === 'upToConstant') return undefined;
  const answer = wrongAnswers.find((one) => one.case.id === failingCase?.id) ?? wrongAnswers[0];
  if (answer?.case.expected.status !== 'returned' || answer.case.visibility !== 'public') return undefined;
  const { finding, returned, case: one } = answer;
  if (!('path' in finding)) return undefined;
  const step = 'step' in finding ? (finding.step ?? 0) : 0;
  const expected = drawn(
    valueAtPath(one.expected.status === 'returned' ? one.expected.values[step] : undefined, finding.path),
  );
  const got = drawn(valueAtPath(returned[step], finding.path));
  return expected === undefined || got === undefined ? undefined : { path: finding.path, expected, got };
}

function drawn(value: Value): DrawnTensor | undefined {
  if (typeof value === 'number') return { shape: [], rows: [[value]] };
  if (!(value instanceof TensorValue)) return undefined;
  const { shape, values } = value;
  const columns = shape.at(-1) ?? 1;
  const rows = columns === 0 ? 0 : values.length / columns;
  return {
    shape,
    rows: Array.from({ length: Math.min(rows, maxRows) }, (_, row) =>
      Array.from(values.subarray(row * columns, row * columns + Math.min(columns, maxColumns))),
    ),
  };
}
