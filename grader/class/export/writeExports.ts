import { join } from 'node:path';
import { isFree, writeFolderWhole, writeWhole } from '../../files';
import type { ExportInput, Exported, Format } from './format';

export interface Written {
  /** Paths of the written files. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Writes a format's file. A format with a file for each submission gets a folder, or a single file if there is only one
 * submission. Nothing is written unless everything could be created.
 *
 * @throws in one sentence if there is nothing to write, or it can't be written
 */
export async function writeExports(format: Format, input: ExportInput, out: string): Promise<Written> {
  if (format.of === 'class') return writeOne(format.write(input), out);
  if (format.of === 'archive') {
    const { bytes, notes } = await format.write(input);
    return writeOne({ text: bytes, notes }, out);
  }
  const [first] = input.results;
  if (first === undefined) throw new Error('there is nothing to export');
  if (input.results.length === 1) return writeOne(format.write(first, input), out);
  const texts = new Map<string, string>();
  const notes = new Set<string>();
  const failed: string[] = [];
  for (const result of input.results) {
    try {
      const { text, notes: own } = format.write(result, input);
      texts.set(fileNameOf(result.submission), text);
      for (const note of own) notes.add(note);
    } catch (error) {
      failed.push((error as Error).message);
    }
  }
  const [reason] = failed;
  if (reason !== undefined && texts.size === 0) throw new Error(reason);
  await writeFolder(texts, out);
  return { files: [...texts.keys()].map((name) => join(out, name)), notes: [...notes, ...failed] };
}

/** A batch's names are valid file names, but a single result's may not be. */
function fileNameOf(submission: string): string {
  if (/^[^/\\]+$/.test(submission)) return `${submission}.json`;
  throw new Error(`${JSON.stringify(submission)} can't be a file name; left out`);
}

async function writeOne(
  { text, notes }: { readonly text: string | Uint8Array; readonly notes: Exported['notes'] },
  out: string,
): Promise<Written> {
  if (out === '-') {
    process.stdout.write(text);
    return { files: [], notes };
  }
  await writeWhole(out, text, { advice: 'name another file with --out' });
  return { files: [out], notes };
}

async function writeFolder(texts: ReadonlyMap<string, string>, out: string): Promise<void> {
  if (out === '-' || !(await isFree(out)))
    throw new Error(
      `this format has a file for each submission, but ${out} is not a new folder; name one with --out, or one submission with --submission`,
    );
  await writeFolderWhole(out, texts, 'name another with --out');
}
