/**
 * A thousand submissions of a made class: how long they take, and the most memory that the batch and its graders held.
 *
 *     node grader/testbed/bench/run.js thousand [SUBMISSIONS] [JOBS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCourse } from '../../pipeline/course';
import { writeClass } from '../madeClass';
import { childrenOf, endOf, peakMegabytes, resultsIn, startBatch } from './shared/runBatch';

const students = Math.max(1, Number(process.argv[2] ?? 1000) || 1000);
const jobs = Math.max(1, Number(process.argv[3]) || availableParallelism());
const id = '06-optimizers';

async function main(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'descent-bench-'));
  const folder = join(parent, 'class');
  try {
    await writeClass(folder, { root: process.cwd(), course: await readCourse(process.cwd()), assignments: [id], students, seed: 1 });
    const begin = performance.now();
    const batch = startBatch({ folder, id, jobs });
    let [own, graders] = [0, 0];
    const looking = setInterval(() => {
      own = Math.max(own, peakMegabytes(batch.pid));
      graders = Math.max(graders, ...childrenOf(batch.pid).map(peakMegabytes));
    }, 100);
    const end = await endOf(batch);
    clearInterval(looking);
    const seconds = (performance.now() - begin) / 1000;
    const count = resultsIn(folder).length;
    console.log(
      `${count} submissions of ${id}, ${jobs} at once: ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(2)}/s (ended with ${end})`,
    );
    console.log(
      `most memory: the batch ${own.toFixed(0)} MB, each grader ${graders.toFixed(0)} MB; load at the end ${loadavg()[0]?.toFixed(1)}`,
    );
  } finally {
    rmSync(parent, { recursive: true });
  }
}

void main();
