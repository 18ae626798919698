import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ExportInput, Exported, Format } from './format';

/** What was written. */
export interface Written {
  /** Files, by how a person would name them. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Writes a format's file; of a format that has one for each submission a folder of them, or a single file where there
 * is but one. Everything is there before anything is written, and then it is written whole.
 *
 * @throws in one sentence if nothing could be told, or it can't be written
 */
export async function writeExports(format: Format, input: ExportInput, out: string): Promise<Written> {
  if (format.of === 'class') return writeOne(format.write(input), out);
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

/** A batch's names are fit for files, but a result may be from anywhere. */
function fileNameOf(submission: string): string {
  if (/^[^/\\]+$/.test(submission)) return `${submission}.json`;
  throw new Error(`a submission can't be called ${JSON.stringify(submission)}; left out`);
}

async function writeOne({ text, notes }: Exported, out: string): Promise<Written> {
  if (out === '-') {
    process.stdout.write(text);
    return { files: [], notes };
  }
  await writeFileAtomic(resolve(out), text).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `nothing was written: ${out} ${reasons[error.code ?? ''] ?? `(${error.message})`}; name another file with --out`,
    );
  });
  return { files: [out], notes };
}

async function writeFolder(texts: ReadonlyMap<string, string>, out: string): Promise<void> {
  const names = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Error(
      `there is a file for each submission, and ${out} ${reasons[error.code ?? ''] ?? `(${error.message})`}; name a new folder with --out`,
    );
  });
  if (out === '-' || names.length > 0) {
    throw new Error(
      `there is a file for each submission, and ${out} is no new folder; name one with --out, or one submission with --submission`,
    );
  }
  const temporary = `${resolve(out)}.${process.pid}.tmp`;
  try {
    await mkdir(temporary, { recursive: true });
    for (const [name, text] of texts) await writeFile(join(temporary, name), text);
    await mkdir(dirname(resolve(out)), { recursive: true });
    // An empty folder is in the way on some systems.
    await rm(out, { recursive: true, force: true });
    await rename(temporary, out);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is in a folder that does not exist',
  ENOTDIR: 'is a file, or in one',
  EISDIR: 'is a folder',
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'is on a disk that nothing can be written to',
  ENOSPC: 'is on a disk that is full',
};
