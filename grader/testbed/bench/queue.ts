/**
 * Cost of the queue: the same class on one machine with two lanes, with one worker of two lanes and with two workers of
 * one, in one run; rate, and CPU time per job of the coordinator and of Redis.
 *
 *     node grader/testbed/bench/run.js queue [SUBMISSIONS]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuMs } from './shared/cpuMs';
import { madeSubmissions } from './shared/madeSubmissions';

const count = Math.max(1, Number(process.argv[2] ?? 60) || 60);
const id = '06-optimizers';
const port = 16_379 + (process.pid % 1_000);
const url = `redis://127.0.0.1:${port}`;

const grader = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join('grader', 'cli', 'bin.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

interface Measured {
  readonly seconds: number;
  readonly coordinatorMs: number;
}

async function measure(folder: string, out: string, more: readonly string[]): Promise<Measured> {
  const begin = performance.now();
  const batch = grader('batch', join(folder, 'submissions'), '--out', join(folder, out), '-a', id, '--quiet', ...more);
  let coordinatorMs = 0;
  const polling = setInterval(() => {
    try {
      coordinatorMs = cpuMs(batch.pid);
    } catch {
      // The batch has ended.
    }
  }, 20);
  const [code] = (await once(batch, 'exit')) as [number | null];
  clearInterval(polling);
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
    const locally = async (name: string): Promise<void> => {
      rows.push([name, await measure(folder, `out-${rows.length}`, ['--jobs', '2']), 0]);
    };
    const byWorkers = async (name: string, workers: readonly string[]): Promise<void> => {
      const started = workers.map((jobs) => grader('worker', '--redis', url, '--jobs', jobs, '--quiet'));
      const before = cpuMs(redis.pid);
      rows.push([name, await measure(folder, `out-${rows.length}`, ['--redis', url]), cpuMs(redis.pid) - before]);
      for (const one of started) one.kill('SIGTERM');
      await Promise.all(started.map((one) => once(one, 'exit')));
    };
    await locally('one machine, two lanes');
    await byWorkers('one worker with two lanes', ['2']);
    await byWorkers('two workers with one lane', ['1', '1']);
    await locally('one machine, two lanes, again');
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
