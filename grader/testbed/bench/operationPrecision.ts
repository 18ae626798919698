/**
 * The table of measured operations in grader/precision/README.md.
 *
 *     node grader/testbed/bench/run.js operationPrecision
 */
import { measureOperations, type Measurement } from '../../precision/testing/operations/measure';
import { inBothPrecisions, type InBoth } from './shared/inBothPrecisions';

const seeds = [1, 2, 3, 4, 5];

function report({ float64, float32 }: InBoth<Measurement[]>): void {
  console.log('| family | operations | largest error in double precision | smallest and largest in single precision |');
  console.log('| --- | --- | --- | --- |');
  for (const family of new Set(float64.map((measurement) => measurement.family))) {
    const errorsIn = (all: Measurement[]): number[] =>
      all.filter((one) => one.family === family && !one.exact).map(({ error }) => error);
    const [double, single] = [errorsIn(float64), errorsIn(float32)];
    const count = float64.filter((one) => one.family === family).length;
    console.log(
      `| ${family} | ${count} | ${figure(Math.max(...double))} | ${figure(Math.min(...single))} … ${figure(Math.max(...single))} |`,
    );
  }
}

function figure(error: number): string {
  if (error === Number.MAX_VALUE) return 'infinite';
  return error === 0 ? '0' : error.toExponential(0);
}

void inBothPrecisions((tf) => measureOperations(tf, seeds), report);
