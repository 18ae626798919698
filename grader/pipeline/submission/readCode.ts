import { answersLike } from './archives/isSourceFile';
import { isFileProblem } from './isFileProblem';
import { listFiles } from './listFiles';
import { readGuarded } from './readGuarded';
import { isCodeLike } from './recognise/likeness';

/** A file that can hold code, whatever it is called. */
export interface CodeFile {
  /** Relative to the submission. */
  readonly file: string;
  readonly text: string;
}

/** More are no hand-in. */
const maxFiles = 40;

/**
 * Those of a submission's files that can hold code; what can't be read is left out.
 *
 * @param root - real path of the submission
 * @param files - to choose from; all of its files unless given
 */
export async function readCode(root: string, files?: readonly string[]): Promise<readonly CodeFile[]> {
  return readTexts(root, (files ?? (await listFiles(root))).filter(isCodeLike));
}

/** What was answered to questions, for a person to read: also where it is no YAML. Texts are read as code is. */
export async function readAnswerFiles(root: string): Promise<readonly CodeFile[]> {
  return readTexts(
    root,
    (await listFiles(root)).filter((file) => answersLike.test(file) && !isCodeLike(file)),
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
