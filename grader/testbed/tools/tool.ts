import { spawnSync } from 'node:child_process';

/** A tool that a machine may lack. */
export interface Tool {
  /** The name in the summary. */
  readonly name: string;
  /** Why it is not usable; undefined if it is. */
  readonly missing: string | undefined;
}

/** A program, tested with a call: bubblewrap, for instance, may be installed but not allowed to start. */
export function program(name: string, args: readonly string[] = ['--version'], path = name): Tool {
  const { status, error } = spawnSync(path, args, { stdio: 'ignore' });
  if (error !== undefined) return { name, missing: 'it is not installed' };
  return { name, missing: status === 0 ? undefined : `\`${[path, ...args].join(' ')}\` ends with ${status}` };
}
