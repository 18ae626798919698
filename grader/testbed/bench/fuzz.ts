/**
 * Number of crashes on random and damaged archives and sources; it should be 0.
 *
 *     node grader/testbed/bench/run.js fuzz [RUNS [SEED]]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuzzArchives } from '../fuzz/fuzzArchives';
import { fuzzSources } from '../fuzz/fuzzSources';
import type { FuzzResult } from '../fuzz/runFuzz';

const runs = Math.max(1, Number(process.argv[2] ?? 2000) || 2000);
const seed = Number(process.argv[3] ?? Date.now() % 1e9);

/** The texts of all skeletons and solutions. */
function sources(): readonly string[] {
  return ['assignments', 'solutions'].flatMap((top) =>
    readdirSync(top, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(join(top, name)).map((file) => join(top, name, file)))
      .filter((file) => /[\\/][a-z-]+\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8')),
  );
}

function show(what: string, { crashes, outcomes, slowestMs }: FuzzResult): void {
  const counts = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  console.log(
    `${what}: ${runs} runs, ${crashes.length} crashes; ${counts.join(', ')}; slowest ${slowestMs.toFixed(0)} ms`,
  );
  for (const { index, error } of crashes.slice(0, 5)) console.log(`  run ${index}: ${error}`);
  if (crashes.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  console.log(`Node ${process.version}, seed ${seed}`);
  show('archives', await fuzzArchives({ runs, seed }));
  show('sources', await fuzzSources(sources(), { runs, seed }));
}

void main();
