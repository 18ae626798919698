import { randomInt } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { whyNotWritten } from './whyNotWritten';

export interface WriteOptions {
  /** What to do if it fails; appended to the message. */
  readonly advice?: string;
  /** Whether to create a missing folder. */
  readonly makeFolder?: boolean;
  /** The file's mode; 0o666 minus the umask by default. */
  readonly mode?: number;
}

/**
 * Writes a file atomically: readers see the previous content or all of the new one, even after a crash or on a full
 * disk.
 *
 * Not write-file-atomic: if a disk fills up midway, that replaces the file with an incomplete one.
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
      // Flushed before the rename: even a power failure leaves one of the two.
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
