/**
 * Wall time of frequent commands from start to exit, in milliseconds.
 *
 *     node grader/testbed/bench/run.js gradeTime [RUNS]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const runs = Math.max(1, Number(process.argv[2] ?? 7) || 7);
const grader = join('grader', 'cli', 'bin.js');

/** `node -e 0` is the lower bound of any Node command. */
const commands: readonly (readonly string[])[] = [
  ['-e', '0'],
  [grader, 'grade', 'solutions', '-a', '06-optimizers', '--quiet'],
  [grader, 'grade', 'solutions', '--quiet'],
  [grader, 'grade', '.', '--quiet'],
];

function milliseconds(args: readonly string[]): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr.slice(0, 2000)}`);
  return performance.now() - begin;
}

function row(name: string, ...times: readonly (number | string)[]): string {
  return (
    name.padEnd(48) + times.map((time) => (typeof time === 'number' ? time.toFixed(0) : time).padStart(10)).join('')
  );
}

console.log(row(`Node ${process.version}, ms, ${runs} runs each`, 'fastest', 'median', 'slowest'));
for (const args of commands) {
  // The first run builds bundles and fills the caches.
  milliseconds(args);
  const times = Array.from({ length: runs }, () => milliseconds(args)).sort((a, b) => a - b);
  console.log(row(`node ${args.join(' ')}`, times[0] ?? NaN, times[times.length >> 1] ?? NaN, times.at(-1) ?? NaN));
}
