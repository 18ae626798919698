import type { Tfjs } from '../../measurePrecision';
import { operationFamilies, relativeError } from '.';

/** How far one operation is off. */
export interface Measurement {
  readonly family: string;
  readonly name: string;
  readonly exact: boolean;
  /** The largest over all seeds: a single number may be right by chance. Finite, so that JSON can represent it. */
  readonly error: number;
}

/** Measures every operation in a tfjs, on the inputs of several seeds. */
export function measureOperations(tf: Tfjs, seeds: readonly number[]): Measurement[] {
  const worst = new Map<string, Measurement>();
  for (const seed of seeds) {
    for (const [family, operations] of operationFamilies(seed)) {
      for (const operation of operations) {
        const { name, exact = false } = operation;
        const error = Math.min(relativeError(operation, tf), Number.MAX_VALUE);
        worst.set(name, { family, name, exact, error: Math.max(error, worst.get(name)?.error ?? 0) });
      }
    }
  }
  return [...worst.values()];
}
