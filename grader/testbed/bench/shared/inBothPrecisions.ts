import { spawnSync } from 'node:child_process';
import { loadTfjs } from '../../../precision/loadTfjs';
import type { Precision, Tfjs } from '../../../precision/measurePrecision';

/** What a measurement gave in double precision and in tfjs as it is shipped. */
export type InBoth<T> = Readonly<Record<Precision, T>>;

/**
 * Makes the same measurement in both precisions, each in a process of its own, since tfjs has one precision a process.
 * The processes run this very program again, with the precision as last argument.
 *
 * @param measure - what it returns must survive JSON
 * @param report - is called with both results, in the first process only
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
