import { readCode, type CodeFile } from '../readCode';
import { exportsOf } from './exportsOf';

export interface Source extends CodeFile {
  /** Its exports; undefined if it doesn't compile. */
  readonly exports: readonly string[] | undefined;
}

/** Reads the files of a submission that can contain code, and their exports. */
export async function readSources(root: string, files: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const { file, text } of await readCode(root, files))
    sources.push({ file, text, exports: await exportsOf(text) });
  return sources;
}
