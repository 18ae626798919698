import { randomInt } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { whyNotWritten } from './whyNotWritten';

/**
 * Writes a file whole or not at all: whoever reads it sees what was there before, or all of this, also after a crash or
 * on a full disk.
 *
 * Not write-file-atomic: where a disk fills up in the middle, that puts the part that still went in in the file's
 * place.
 *
 * @throws CannotWrite in one sentence if it can't be written
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}${randomInt(1e6)}`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      // On disk before it takes the other's place: also a power failure leaves one of the two.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CannotWrite(`${file} could not be written: ${whyNotWritten(error as NodeJS.ErrnoException)}`, {
      cause: error,
    });
  }
}

/** The folder of a batch can't take more: going on would lose what is graded. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}
