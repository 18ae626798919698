import { answersLike } from './archives/isSourceFile';
import { isFileProblem } from './isFileProblem';
import { listFiles } from './listFiles';
import { readGuarded } from './readGuarded';
import { isCodeLike } from './recognise/likeness';

/** A file that can contain code, whatever its name. */
export interface CodeFile {
  /** Relative to the submission. */
  readonly file: string;
  readonly text: string;
}

/** More than any submission has. */
const maxFiles = 40;

/**
 * The files of a submission that can contain code; unreadable ones are skipped.
 *
 * @param root - real path of the submission
 * @param files - to choose from; all of its files by default
 */
export async function readCode(root: string, files?: readonly string[]): Promise<readonly CodeFile[]> {
  return readTexts(root, (files ?? (await listFiles(root)).files).filter(isCodeLike));
}

/** Answers to questions, for a person to read, even if they are not valid YAML. Read like code. */
export async function readAnswerFiles(root: string): Promise<readonly CodeFile[]> {
  return readTexts(
    root,
    (await listFiles(root)).files.filter((file) => answersLike.test(file) && !isCodeLike(file)),
  );
}

async function readTexts(root: string, files: readonly string[]): Promise<readonly CodeFile[]> {
  const found: CodeFile[] = [];
  for (const file of files.slice(0, maxFiles)) {
    const read = await readGuarded({ directory: root, base: '', file });
    if (!isFileProblem(read)) found.push({ file, text: read.text });
  }
  return found;
}
