import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', 'golden');

/** Reads a golden file. `DESCENT_UPDATE_GOLDEN=1` writes it first: review the difference before you commit it. */
export function golden(name: string, now: string): string {
  if (process.env.DESCENT_UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), now);
  }
  return readFileSync(join(folder, name), 'utf8');
}
