import { runBundled } from '../runBundled';
import { testSeed } from '../seed';
import type { Measurement } from './measure';

const bound = 1e-12;
const seeds = [testSeed, testSeed + 1, testSeed + 2].map(String);

function measureInProcess(precision: string): Measurement[] {
  const { stdout } = runBundled("import './testing/operations/printMeasurements';", [precision, ...seeds]);
  return JSON.parse(stdout) as Measurement[];
}

describe(`the table of operations (DESCENT_TEST_SEED=${testSeed})`, () => {
  it('should hold in double precision when bundled', () => {
    const failing = measureInProcess('float64').filter(({ error }) => !(error < bound));
    expect(failing).toEqual([]);
  });

  it('should fail in single precision except for the exact operations', () => {
    const measurements = measureInProcess('float32');
    const passing = measurements.filter(({ error }) => error < bound).map(({ name }) => name);
    const exact = measurements.filter((measurement) => measurement.exact).map(({ name }) => name);
    expect(passing).toEqual(exact);
  });
});
