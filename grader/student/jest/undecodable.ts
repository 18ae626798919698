import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notUtf8 } from '../../pipeline/words/notUtf8';
import type { FileProblem } from '../../pipeline/types';

/** The first of an assignment's files that is in no encoding that grading reads, though it does not load. */
export function undecodable(folder: string): FileProblem | undefined {
  const file = readdirSync(folder)
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
    .find((name) => !isReadable(readFileSync(join(folder, name))));
  return file === undefined ? undefined : { status: 'unreadable', file, reason: notUtf8 };
}

/** The encoding of a country may be read, but not where the code itself depends on it: then it does not load either. */
function isReadable(bytes: Buffer): boolean {
  return isUtf8(bytes) || ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'));
}
