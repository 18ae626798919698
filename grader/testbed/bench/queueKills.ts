/**
 * Kills a worker, the coordinator or Redis with SIGKILL at random moments: each result must be written exactly once.
 * Grading is simulated and takes 100 ms, and dead workers are detected after 1.5 s instead of 10. Then the coordinator's
 * CPU time per job, from batches of 100 and 600 submissions that take no time.
 *
 *     node grader/testbed/bench/run.js queueKills [ROUNDS] [SEED]
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMadeProcesses, MadeClass } from '../../class/queue/testing/MadeClass';
import { RedisServer } from '../../class/queue/testing/redisServer';
import { seededRandom } from '../../descent/seededRandom';
import { cpuMs } from './shared/cpuMs';

const rounds = Math.max(1, Number(process.argv[2] ?? 20) || 20);
const seed = Number(process.argv[3]) || Date.now() % 1_000_000;
const timing = { lockMs: 1_500, stalledMs: 700 };
const count = 12;

type Kind = 'worker' | 'coordinator' | 'Redis';

const workOf = (submissions: number, ms: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: submissions }, (_, index) => [`s${1_000 + index}`, String(ms)]));

/** @returns the numbers of lost results, of results written twice and of submissions graded again */
async function round(
  kind: Kind,
  moment: { readonly graded: number; readonly ms: number },
): Promise<{ readonly lost: number; readonly twice: number; readonly again: number }> {
  const redis = await RedisServer.start();
  const work = workOf(count, 100);
  const made = new MadeClass({ url: redis.url, prefix: 'course', timing }, work);
  const written = new Map<string, string>();
  let twice = 0;
  // A written result must never change.
  const polling = setInterval(() => {
    for (const name of made.writtenResults()) {
      const text = readFileSync(join(made.out, 'results', `${name}.json`), 'utf8');
      if (written.has(name) && written.get(name) !== text) twice += 1;
      written.set(name, text);
    }
  }, 20);
  try {
    const workers = [made.worker(), made.worker()];
    let coordinator = made.coordinator();
    await made.graded(moment.graded);
    await new Promise((resolve) => setTimeout(resolve, moment.ms));
    if (kind === 'worker') workers[0]?.kill('SIGKILL');
    if (kind === 'Redis') {
      await redis.kill();
      await redis.run();
    }
    if (kind === 'coordinator' && coordinator.exitCode === null) {
      coordinator.kill('SIGKILL');
      await once(coordinator, 'exit');
      coordinator = made.coordinator();
    }
    if (coordinator.exitCode === null) await once(coordinator, 'exit');
    const results = made.writtenResults();
    const lost = Object.keys(work).filter((name) => !results.includes(name)).length;
    return { lost, twice, again: made.logged('end').length - count };
  } finally {
    clearInterval(polling);
    made.end();
    await redis.end();
  }
}

/** CPU time of a coordinator for submissions that take no time. */
async function coordinatorMs(submissions: number): Promise<number> {
  const redis = await RedisServer.start();
  const made = new MadeClass({ url: redis.url, prefix: 'course', timing }, workOf(submissions, 0));
  try {
    made.worker();
    made.worker();
    const coordinator = made.coordinator();
    let ms = 0;
    const polling = setInterval(() => {
      ms = Math.max(ms, cpuMs(coordinator.pid));
    }, 20);
    await once(coordinator, 'exit').finally(() => clearInterval(polling));
    return ms;
  } finally {
    made.end();
    await redis.end();
  }
}

async function main(): Promise<void> {
  buildMadeProcesses();
  const random = seededRandom(seed);
  console.log(`${rounds} kills of each kind, ${count} submissions each, seed ${seed}`);
  for (const kind of ['worker', 'coordinator', 'Redis'] as const) {
    const all: Awaited<ReturnType<typeof round>>[] = [];
    for (let number = 0; number < rounds; number += 1)
      all.push(await round(kind, { graded: Math.floor(random() * (count - 2)), ms: Math.round(random() * 100) }));
    const sum = (field: 'lost' | 'twice' | 'again'): number => all.reduce((total, one) => total + one[field], 0);
    console.log(
      `${kind}: lost ${sum('lost')}, written twice ${sum('twice')}, graded again ${sum('again')} of ${rounds * count}`,
    );
  }
  const [few, many] = [await coordinatorMs(100), await coordinatorMs(600)];
  const each = (many - few) / 500;
  console.log(
    `coordinator: ${each.toFixed(2)} ms of CPU per job, so ${Math.round(1_000 / each)} jobs per second on one core`,
  );
}

void main();
