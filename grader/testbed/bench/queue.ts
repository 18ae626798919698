/**
 * What the queue costs: the same class on one machine with two lanes, by one worker of two and by two workers of one,
 * in one run; the coordinator's and Redis's processor time a job, and how many jobs a second each could serve.
 *
 *     node grader/testbed/bench/run.js queue [SUBMISSIONS]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeSubmissions } from './shared/madeSubmissions';

const count = Math.max(1, Number(process.argv[2] ?? 60) || 60);
const id = '06-optimizers';
const port = 16_379 + (process.pid % 1_000);
const url = `redis://127.0.0.1:${port}`;
/** Of the kernel's clock, in which a process's time is counted. */
const ticksPerSecond = 100;

const grader = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join('grader', 'cli', 'bin.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

/** Processor time of a process and of those children that it has waited for; the worker's graders are none of either. */
function cpuMs(pid: number | undefined, fields: readonly number[]): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const values = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return fields.reduce((sum, field) => sum + ((values[field] ?? 0) * 1_000) / ticksPerSecond, 0);
}

const own = [11, 12];

interface Measured {
  readonly seconds: number;
  readonly coordinatorMs: number;
}

async function measure(folder: string, out: string, more: readonly string[]): Promise<Measured> {
  const begin = performance.now();
  const batch = grader('batch', join(folder, 'submissions'), '--out', join(folder, out), '-a', id, '--quiet', ...more);
  let coordinatorMs = 0;
  const looking = setInterval(() => {
    try {
      coordinatorMs = cpuMs(batch.pid, own);
    } catch {
      // It has just ended.
    }
  }, 20);
  const [code] = (await once(batch, 'exit')) as [number | null];
  clearInterval(looking);
  if (code !== 0) throw new Error(`the batch ended with ${code}`);
  return { seconds: (performance.now() - begin) / 1_000, coordinatorMs };
}

async function main(): Promise<void> {
  const folder = madeSubmissions(count, [id], 'solutions');
  const data = mkdtempSync(join(tmpdir(), 'descent-bench-redis-'));
  const redis = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--appendonly', 'yes', '--save', ''],
    { stdio: 'ignore' },
  );
  try {
    const rows: (readonly [string, Measured, redisMs: number])[] = [];
    const here = async (name: string): Promise<void> => {
      rows.push([name, await measure(folder, `out-${rows.length}`, ['--jobs', '2']), 0]);
    };
    const byWorkers = async (name: string, workers: readonly string[]): Promise<void> => {
      const started = workers.map((jobs) => grader('worker', '--redis', url, '--jobs', jobs, '--quiet'));
      const before = cpuMs(redis.pid, own);
      rows.push([name, await measure(folder, `out-${rows.length}`, ['--redis', url]), cpuMs(redis.pid, own) - before]);
      for (const one of started) one.kill('SIGTERM');
      await Promise.all(started.map((one) => once(one, 'exit')));
    };
    await here('one machine, two lanes');
    await byWorkers('one worker of two lanes', ['2']);
    await byWorkers('two workers of one lane', ['1', '1']);
    await here('one machine, two lanes, again');
    console.log(`${count} submissions of ${id}, each from the start of the command to its end`);
    console.log(
      `${''.padEnd(34)}${['a second', 'batch CPU ms each', 'Redis CPU ms each'].map((head) => head.padStart(20)).join('')}`,
    );
    for (const [name, { seconds, coordinatorMs }, redisMs] of rows) {
      const cells = [(count / seconds).toFixed(2), (coordinatorMs / count).toFixed(2), (redisMs / count).toFixed(2)];
      console.log(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(20)).join('')}`);
    }
  } finally {
    redis.kill('SIGKILL');
    for (const one of [folder, data]) rmSync(one, { recursive: true, force: true });
  }
}

void main();
