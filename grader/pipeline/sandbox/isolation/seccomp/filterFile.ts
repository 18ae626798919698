import { createHash } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKnown, seccompFilter } from './filter';

/** The filter for this computer as a file, made on first use; undefined where there is none for its processor. */
export function filterFile(folder: string): string | undefined {
  if (!isKnown(process.arch)) return undefined;
  const filter = seccompFilter(process.arch);
  const path = join(folder, `${createHash('sha256').update(filter).digest('hex').slice(0, 16)}.bpf`);
  if (existsSync(path)) return path;
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, filter);
    renameSync(temporary, path);
    return path;
  } catch {
    // A folder that can't be written to: the jail holds without the filter, too.
    return undefined;
  }
}
