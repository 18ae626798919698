import writeFileAtomic from 'write-file-atomic';
import { whyNotWritten } from './whyNotWritten';

/**
 * Writes a file whole or not at all: whoever reads it sees what was there before, or all of this, also after a crash.
 *
 * @throws in one sentence if it can't be written
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  await writeFileAtomic(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new CannotWrite(`${file} could not be written: ${whyNotWritten(error)}`, { cause: error });
  });
}

/** The folder of a batch can't take more: going on would lose what is graded. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}
