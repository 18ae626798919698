import { isFileProblem } from '../isFileProblem';
import { readGuarded } from '../readGuarded';
import { exportsOf } from './exportsOf';
import { isCodeLike } from './likeness';

/** A file that can hold code, whatever it is called. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** What it exports; undefined if it doesn't compile. */
  readonly exports: readonly string[] | undefined;
}

/** More are no hand-in, and each has to be compiled. */
const maxSources = 40;

/** Reads those of a submission's files that can hold code. */
export async function readSources(root: string, files: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const file of files.filter(isCodeLike).slice(0, maxSources)) {
    const read = await readGuarded({ directory: root, base: '', file });
    if (!isFileProblem(read)) sources.push({ file, text: read.text, exports: await exportsOf(read.text) });
  }
  return sources;
}
