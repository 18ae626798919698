import { spawnSync } from 'node:child_process';

/** Median wall milliseconds of a command over `runs` runs, after one that is not counted. */
export function medianWallTime(
  command: readonly string[],
  { runs = 7, cwd = process.cwd() }: { readonly runs?: number; readonly cwd?: string } = {},
): number {
  const [program = '', ...args] = command;
  const once = (): number => {
    const begin = performance.now();
    const { error } = spawnSync(program, args, { cwd, stdio: 'ignore' });
    if (error !== undefined) throw error;
    return performance.now() - begin;
  };
  once();
  const times = Array.from({ length: runs }, once).toSorted((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? NaN;
}
