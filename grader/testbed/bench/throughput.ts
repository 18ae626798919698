/**
 * Rate and CPU time of grading a class: distinct correct submissions, all checks, from the start of the command to its
 * end. For comparison, a run of Jest on the public checks, and `node -e 0`.
 *
 *     node grader/testbed/bench/run.js throughput [SUBMISSIONS] [ID]…
 */
import { rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { readCourse } from '../../pipeline/course';
import { costOf, type Cost } from './shared/costOf';
import { madeSubmissions } from './shared/madeSubmissions';
import { batchCommand, resultsIn } from './shared/runBatch';

/** Left out, because it trains networks for seconds. */
const capstone = 'trainClassifier';

/** The environment variables for warm and cold processes. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = { warm: {}, cold: { DESCENT_WARM: '0' } };

async function main([count = '40', ...named]: readonly string[]): Promise<void> {
  const submissions = Math.max(1, Number(count) || 40);
  const { assignments } = await readCourse(process.cwd());
  const sets = named.length > 0 ? [named] : [['03-losses'], ['06-optimizers'], assignments];
  console.log(
    `Node ${process.version}, ${submissions} submissions each, ${availableParallelism()} at once, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(row('', 'a second', 'CPU ms each', 'peak MB'));
  show('node -e 0', 1, await costOf([process.execPath, '-e', '0']));
  for (const ids of sets) {
    const name = ids.length === assignments.length ? 'all but the capstone' : ids.join(' ');
    const jest = [
      process.execPath,
      join('grader', 'student', 'jest', 'cli.js'),
      ...ids,
      '--selectProjects',
      'solutions',
    ];
    if (ids.length === 1) show(`${name}: a run of Jest, public checks alone`, 1, await costOf(jest));
    for (const [way, env] of Object.entries(ways)) await gradeClass(`${name}: ${way}`, ids, submissions, env);
  }
}

async function gradeClass(
  name: string,
  ids: readonly string[],
  count: number,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = madeSubmissions(count, ids, 'solutions', [capstone]);
  try {
    const cost = await costOf(batchCommand({ folder, ids, jobs: availableParallelism() }), env);
    if (resultsIn(folder).length !== count)
      throw new Error(`${name}: only ${resultsIn(folder).length} of ${count} were graded`);
    show(name, count, cost);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function show(name: string, count: number, { seconds, cpuSeconds, peakMegabytes: peak, counted }: Cost): void {
  const figures = [(count / seconds).toFixed(2), ((1000 * cpuSeconds) / count).toFixed(0), peak.toFixed(0)];
  console.log(`${row(name, ...figures)}${counted === 'sampled' ? '   (CPU sampled)' : ''}`);
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(56) + cells.map((cell) => cell.padStart(12)).join('');
}

void main(process.argv.slice(2));
