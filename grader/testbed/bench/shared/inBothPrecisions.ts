import { spawnSync } from 'node:child_process';
import { loadTfjs } from '../../../precision/loadTfjs';
import type { Precision, Tfjs } from '../../../precision/measurePrecision';

/** Results in double precision and in standard tfjs. */
export type InBoth<T> = Readonly<Record<Precision, T>>;

/**
 * Measures in both precisions, each in its own process, since tfjs has one precision per process. The processes run this
 * program again, with the precision as last argument.
 *
 * @param measure - returns a value that JSON can represent
 * @param report - called with both results, in the first process only
 */
export async function inBothPrecisions<T>(
  measure: (tf: Tfjs) => T,
  report: (results: InBoth<T>) => void,
): Promise<void> {
  const asked = process.argv.at(-1);
  if (asked === 'float64' || asked === 'float32') {
    process.stdout.write(JSON.stringify(measure(await loadTfjs(asked))));
    return;
  }
  report({ float64: measureApart<T>('float64'), float32: measureApart<T>('float32') });
}

function measureApart<T>(precision: Precision): T {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.argv.slice(1), precision], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The measurement in ${precision} failed: ${stderr.slice(0, 2000)}`);
  return JSON.parse(stdout) as T;
}
