/** A program: `printMeasurements float64|float32 SEED…` prints the errors of all operations as JSON. */
import { loadTfjs } from '../../loadTfjs';
import { measureOperations } from './measure';

async function main([precision, ...seeds]: readonly string[]): Promise<void> {
  const tf = await loadTfjs(precision === 'float64' ? 'float64' : 'float32');
  process.stdout.write(JSON.stringify(measureOperations(tf, seeds.map(Number))));
}

void main(process.argv.slice(2));
