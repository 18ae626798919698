import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeSync } from '../../../../files/writeWholeSync';
import { isKnown, seccompFilter } from './filter';

/** The path of the filter for this computer, written on first use; undefined if its processor has none. */
export function filterFile(folder: string): string | undefined {
  if (!isKnown(process.arch)) return undefined;
  const filter = seccompFilter(process.arch);
  const path = join(folder, `${createHash('sha256').update(filter).digest('hex').slice(0, 16)}.bpf`);
  // If the folder is read-only there is no filter, and the jail isolates without it.
  return existsSync(path) || writeWholeSync(path, filter) ? path : undefined;
}
