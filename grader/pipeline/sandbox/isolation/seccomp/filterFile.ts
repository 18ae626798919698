import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeSync } from '../../../../files/writeWholeSync';
import { isKnown, seccompFilter } from './filter';

/** The filter for this computer as a file, made on first use; undefined where there is none for its processor. */
export function filterFile(folder: string): string | undefined {
  if (!isKnown(process.arch)) return undefined;
  const filter = seccompFilter(process.arch);
  const path = join(folder, `${createHash('sha256').update(filter).digest('hex').slice(0, 16)}.bpf`);
  // In a folder that can't be written to there is none, and the jail holds without it, too.
  return existsSync(path) || writeWholeSync(path, filter) ? path : undefined;
}
