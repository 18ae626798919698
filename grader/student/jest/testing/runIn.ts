import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a program of a checkout says, in English and without colours. */
export function runIn(checkout: string, program: string, ...args: readonly string[]): string {
  // A busy machine takes longer for what ends, and all that is run here ends.
  const env = { ...process.env, DESCENT_LANG: 'en', DESCENT_SECONDS: '600', NO_COLOR: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, [join(checkout, program), ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env,
  });
  return stdout + stderr;
}
