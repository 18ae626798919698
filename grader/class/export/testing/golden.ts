import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', 'golden');

/**
 * What a golden file holds. With `DESCENT_UPDATE_GOLDEN=1` it is written again first: look at the difference before you
 * keep it.
 */
export function golden(name: string, now: string): string {
  if (process.env.DESCENT_UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), now);
  }
  return readFileSync(join(folder, name), 'utf8');
}
