import { randomInt } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { whyNotWritten } from './whyNotWritten';

export interface WriteOptions {
  /** What to do where it fails, for the end of the message. */
  readonly advice?: string;
  /** Whether the folder is made where it is missing. */
  readonly makeFolder?: boolean;
  /** Who may read the file; 0o666 less the umask unless said otherwise. */
  readonly mode?: number;
}

/**
 * Writes a file whole or not at all: whoever reads it sees what was there before, or all of this, also after a crash or
 * on a full disk.
 *
 * Not write-file-atomic: where a disk fills up in the middle, that puts the part that still went in in the file's
 * place.
 *
 * @throws CannotWrite in one sentence if it can't be written
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  { advice, makeFolder = false, mode }: WriteOptions = {},
): Promise<void> {
  const temporary = `${file}.${process.pid}${randomInt(1e6)}`;
  try {
    if (makeFolder) await mkdir(dirname(file), { recursive: true });
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(content);
      // On disk before it takes the other's place: also a power failure leaves one of the two.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CannotWrite(file, error as NodeJS.ErrnoException, advice);
  }
}

/** A file or folder that can't be written, and why. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';

  constructor(what: string, cause: NodeJS.ErrnoException, advice?: string) {
    const sentence = `${what} could not be written: ${whyNotWritten(cause)}`;
    super(advice === undefined ? sentence : `${sentence}; ${advice}`, { cause });
  }
}
