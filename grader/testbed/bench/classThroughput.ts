/**
 * How many submissions a second are graded: all checks, a fresh process each, from the start of the command to its end. Beside it, what
 * starting Node costs and what one run of Jest on the public checks alone takes a submission.
 *
 *     node grader/testbed/bench/run.js classThroughput [SUBMISSIONS]
 */
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { availableIsolation } from '../../pipeline/sandbox';
import { ensureBundles } from '../../bundling/bundles';
import { madeSubmissions } from './shared/madeSubmissions';
import { endOf, startBatch } from './shared/runBatch';
import { medianWallTime } from './shared/wallTime';

const count = Math.max(1, Number(process.argv[2] ?? 40) || 40);

async function perSecond(id: string, what: 'solutions' | 'assignments', jobs: number, level: string): Promise<number> {
  const folder = madeSubmissions(count, id, what);
  try {
    const begin = performance.now();
    const end = await endOf(startBatch({ folder, id, jobs, level }));
    if (end !== 0) throw new Error(`the batch ended with ${end}`);
    return (1000 * count) / (performance.now() - begin);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const child = [process.execPath, join(process.cwd(), 'grader', 'bundling', 'runBundle.js'), ensureBundles(process.cwd()).child];
  const levels = availableIsolation(child).flatMap((one) => ('command' in one ? [one.level] : []));
  console.log(`Node ${process.version}, ${count} submissions each, load before ${loadavg()[0]?.toFixed(1)}`);
  console.log(`${(1000 / medianWallTime([process.execPath, '-e', '0'])).toFixed(1).padStart(7)}/s  node -e 0`);
  for (const id of ['03-losses', '06-optimizers']) {
    const jest = [process.execPath, join('grader', 'student', 'jest', 'cli.js'), id, '--selectProjects', 'solutions'];
    console.log(
      `${(1000 / medianWallTime(jest, { runs: 3 })).toFixed(2).padStart(7)}/s  ${id}: Jest, public checks alone, one run a submission`,
    );
    for (const level of levels) {
      for (const jobs of [1, 2]) {
        const rate = await perSecond(id, 'solutions', jobs, level);
        console.log(`${rate.toFixed(2).padStart(7)}/s  ${id}: all right, ${level}, ${jobs} at once   (load ${loadavg()[0]?.toFixed(1)})`);
      }
    }
    const rate = await perSecond(id, 'assignments', 2, levels[0] ?? 'process');
    console.log(`${rate.toFixed(2).padStart(7)}/s  ${id}: not begun, ${levels[0]}, 2 at once`);
  }
}

void main();
