import type { ReferenceCheck, WrongAnswer } from '../../types';
import { TensorValue, valueAtPath, type Value } from '../../../execution/values';

/** Two tensors of one shape that a check compared. */
export interface TensorPair {
  readonly path: string;
  /** Index of the call. */
  readonly call: number;
  readonly expected: TensorValue;
  readonly got: TensorValue;
}

/** The tensors that a wrong answer differs in; undefined where it is no difference of numbers in a tensor. */
export function tensorPair(
  { finding, case: one, returned }: WrongAnswer,
  check: ReferenceCheck,
): TensorPair | undefined {
  if (finding.id !== 'values-differ' && finding.id !== 'not-finite') return undefined;
  // What is compared up to a constant isn't what was returned.
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
