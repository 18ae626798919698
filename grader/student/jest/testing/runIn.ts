import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Output of a program in a checkout, in English and without colours. */
export function runIn(checkout: string, program: string, ...args: readonly string[]): string {
  // Everything run here ends, but takes longer on a busy machine.
  const env = { ...process.env, DESCENT_LANG: 'en', DESCENT_SECONDS: '600', NO_COLOR: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, [join(checkout, program), ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env,
  });
  return stdout + stderr;
}
