import { spawnSync } from 'node:child_process';

/** Something that a machine may lack. */
export interface Tool {
  /** As the summary names it. */
  readonly name: string;
  /** Why it can't be used here; undefined if it can. */
  readonly missing: string | undefined;
}

/**
 * A program, tried out with a call that succeeds where it works: bubblewrap may be installed and still not be allowed
 * to start.
 */
export function program(name: string, args: readonly string[] = ['--version'], path = name): Tool {
  const { status, error } = spawnSync(path, args, { stdio: 'ignore' });
  if (error !== undefined) return { name, missing: 'it is not installed' };
  return { name, missing: status === 0 ? undefined : `\`${[path, ...args].join(' ')}\` ends with ${status}` };
}
