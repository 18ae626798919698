/** Repairs for what tfjs's WASM backend does wrong or slowly, or lacks for training; figures in ../README.md. */
import type { Tfjs } from '../../../precision';
import { borrowFromCpu } from './borrowFromCpu';
import { convolutionGradient } from './convolutionGradient';
import { oneHot } from './oneHot';
import { segmentSum } from './segmentSum';
import { transposedMatMul } from './transposedMatMul';

const repaired = new WeakSet<object>();

/** Repairs the WASM backend of a tfjs, which must be the current one. Idempotent. */
export function mendWasm(tf: Tfjs): void {
  if (repaired.has(tf.engine())) return;
  for (const repair of [oneHot, transposedMatMul, convolutionGradient, segmentSum, borrowFromCpu]) repair(tf);
  repaired.add(tf.engine());
}
