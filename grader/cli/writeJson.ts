import { writeFile } from 'node:fs/promises';
import { whyNotWritten } from '../class/batch/whyNotWritten';

/** Writes what `--json FILE` asks for; `-` is standard output. @throws in one sentence if the file can't be written */
export async function writeJson(file: string, content: unknown): Promise<void> {
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`the result could not be written to ${file}: ${whyNotWritten(error)}; name another file`);
  });
}
