import type { ReferenceCheck, WrongAnswer } from '../../types';
import { TensorValue, valueAtPath, type Value } from '../../../execution/values';

/** Two tensors of the same shape that a check compared. */
export interface TensorPair {
  readonly path: string;
  /** Index of the call. */
  readonly call: number;
  readonly expected: TensorValue;
  readonly got: TensorValue;
}

/** The tensors in which a wrong answer differs; undefined if the difference is not in a tensor's numbers. */
export function tensorPair(
  { finding, case: one, returned }: WrongAnswer,
  check: ReferenceCheck,
): TensorPair | undefined {
  if (finding.id !== 'values-differ' && finding.id !== 'not-finite') return undefined;
  // Comparisons up to a constant don't compare the returned values themselves.
  if (check.comparison.rule === 'upToConstant' || one.expected.status !== 'returned') return undefined;
  const call = finding.id === 'values-differ' ? (finding.step ?? 0) : firstNotFinite(returned, finding.path);
  const expected = valueAtPath(one.expected.values[call], finding.path);
  const got = valueAtPath(returned[call], finding.path);
  if (!(expected instanceof TensorValue) || !(got instanceof TensorValue)) return undefined;
  if (expected.values.length !== got.values.length) return undefined;
  return { path: finding.path, call, expected, got };
}

function firstNotFinite(returned: readonly Value[], path: string): number {
  const found = returned.findIndex((value) => {
    const tensor = valueAtPath(value, path);
    return tensor instanceof TensorValue && !tensor.values.every(Number.isFinite);
  });
  return Math.max(0, found);
}
