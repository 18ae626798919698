import { spawnSync } from 'node:child_process';
import { median } from './median';

/** Median wall milliseconds of a command, after a warm-up run. */
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
  return median(Array.from({ length: runs }, once));
}
