import { jsonText, writeWhole } from '../files';

/**
 * Writes the output of `--json FILE`; `-` is standard output. @throws with one sentence if the file can't be written
 */
export async function writeJson(file: string, content: unknown): Promise<void> {
  const text = jsonText(content);
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  await writeWhole(file, text, { advice: 'name another file' });
}
