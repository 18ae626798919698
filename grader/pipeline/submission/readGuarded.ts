import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { FileProblem } from '../types';
import { notUtf8 } from '../words/notUtf8';
import { decodeSource, type Decoded } from './decodeSource';
import { whyUnreadable } from './whyUnreadable';

/** Far more than any homework; anything larger is not source code. */
export const largestFile = 200_000;

/**
 * The text of a submission's file, unless it is outside the submission or not text.
 *
 * @param location.directory - real path of the submission
 * @param location.base - folder that the file must be in once links are followed, relative to the submission
 * @param location.file - the file, relative to the submission
 */
export async function readGuarded(location: {
  readonly directory: string;
  readonly base: string;
  readonly file: string;
}): Promise<Decoded | FileProblem> {
  const { directory, base, file } = location;
  const unreadable = (reason: string): FileProblem => ({ status: 'unreadable', file, reason });
  try {
    const real = await realpath(join(directory, file));
    if (!isInside(await realpath(join(directory, base)), real))
      return unreadable('it is a link to something outside the submission');
    const status = await stat(real);
    // Opening a pipe or device would wait forever.
    if (!status.isFile()) return unreadable('it is not a regular file');
    if (status.size > largestFile) return unreadable(`it has ${status.size} bytes; at most ${largestFile} are read`);
    return decodeSource(await readFile(real)) ?? unreadable(notUtf8);
  } catch (error) {
    return unreadable(whyUnreadable(error));
  }
}

/** Whether `path` is `folder` or below it; both real and absolute. */
export function isInside(folder: string, path: string): boolean {
  const fromFolder = relative(folder, path);
  return fromFolder !== '..' && !fromFolder.startsWith(`..${sep}`) && !isAbsolute(fromFolder);
}
