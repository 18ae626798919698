/**
 * Progress of a large class in one batch: rate, CPU time, and memory of the batch, its lanes and all their processes.
 * Memory is stable if the last rows match the first.
 *
 *     node grader/testbed/bench/run.js class [SUBMISSIONS] [ID]… [--jobs NUMBER]
 */
import { rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { usageOfProcess, usageOfTree } from '../../pipeline/sandbox/processTree';
import { madeSubmissions } from './shared/madeSubmissions';
import { childrenOf, endOf, resultsIn, startBatch } from './shared/runBatch';

/** Left out, because it trains networks for seconds. */
const capstone = 'trainClassifier';
const sampleMs = 200;
const rows = 10;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { jobs: { type: 'string', default: String(availableParallelism()) } },
    allowPositionals: true,
  });
  const { jobs } = values;
  const [count = '1000', ...named] = positionals;
  const ids = named.length > 0 ? named : ['06-optimizers'];
  const submissions = Math.max(1, Number(count) || 1000);
  const folder = madeSubmissions(submissions, ids, 'solutions', [capstone]);
  const load = (): string => (loadavg()[0] ?? 0).toFixed(1);
  console.log(`Node ${process.version}, ${submissions} of ${ids.join(' ')}, ${jobs} at once, load ${load()}`);
  console.log(row('graded', 'seconds', 'a second', 'CPU ms each', 'batch MB', 'lanes MB', 'all MB', 'load'));
  try {
    const begin = performance.now();
    const batch = startBatch({ folder, ids, jobs: Number(jobs) });
    const pid = batch.pid ?? 0;
    let shown = 0;
    let cpuSeconds = 0;
    const show = (): void => {
      const all = usageOfTree(pid);
      if (all !== undefined) cpuSeconds = Math.max(cpuSeconds, all.cpuSeconds);
      const graded = resultsIn(folder).length;
      if (graded === 0 || graded < Math.floor(((shown + 1) * submissions) / rows)) return;
      shown = Math.floor((graded * rows) / submissions);
      const seconds = (performance.now() - begin) / 1000;
      const lanes = childrenOf(pid).map((child) => megabytes(usageOfProcess(child)));
      const cells = [seconds.toFixed(1), (graded / seconds).toFixed(2), ((1000 * cpuSeconds) / graded).toFixed(0)];
      const held = [usageOfProcess(pid), all].map((usage) => megabytes(usage).toFixed(0));
      console.log(
        row(
          String(graded),
          ...cells,
          held[0] ?? '',
          lanes.map((one) => one.toFixed(0)).join('+'),
          held[1] ?? '',
          load(),
        ),
      );
    };
    const polling = setInterval(show, sampleMs);
    const end = await endOf(batch);
    clearInterval(polling);
    const seconds = (performance.now() - begin) / 1000;
    const graded = resultsIn(folder).length;
    if (end !== 0 || graded !== submissions)
      throw new Error(`${graded} of ${submissions} were graded, and the batch ended with ${end}`);
    console.log(
      `all, with pages: ${seconds.toFixed(1)} s, ${(submissions / seconds).toFixed(2)} a second, ${((1000 * cpuSeconds) / submissions).toFixed(0)} ms of CPU each (sampled)`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function megabytes(usage: { readonly residentBytes: number } | undefined): number {
  return (usage?.residentBytes ?? 0) / 2 ** 20;
}

function row(...cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(12)).join('');
}

void main(process.argv.slice(2));
