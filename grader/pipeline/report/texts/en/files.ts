import type { CompileCause, FileProblem, FileRemark } from '../../../types';
import { list, maxItems, shown, thrown, type Lines } from '../../../words/english';

/** Why a whole file could not be graded. */
export function file(found: FileProblem): Lines {
  switch (found.status) {
    case 'missing':
      return [
        'not submitted',
        `there is no ${found.file}`,
        'give your file this name, or begin with the skeleton of the release',
      ];
    case 'unrecognised':
      return unrecognised(found);
    case 'ambiguous':
      return ['more than one file fits', ...found.candidates.slice(0, maxItems), 'keep one of them'];
    case 'unreadable':
      return [`${found.file} can't be read`, found.reason];
    case 'does-not-compile':
      return [
        'does not compile',
        found.cause === undefined ? found.message : causeOf(found.cause),
        ...(found.place === undefined ? [] : shown(found.place)),
        'nothing in the file can be graded until it compiles',
      ];
    case 'does-not-load':
      return [
        'throws an error while it loads',
        ...thrown(found.error),
        'nothing in the file can be graded until it loads',
      ];
  }
}

const allowed = 'a submission may import @tensorflow/tfjs, descent and its own files, such as ./helpers';

function causeOf(cause: CompileCause): string {
  switch (cause.id) {
    case 'own-tests':
      return 'your own tests belong in a separate file, such as mine.test.ts: only Jest knows describe and it';
    case 'top-level-await':
      return 'delete this line, or its await: tfjs is ready already, and a file may not wait while it loads';
    case 'computed-path':
      return 'the path of an import() or require() must be written out in quotes';
    case 'too-deep':
      return 'the code is too deeply nested to be read';
    case 'cannot-read':
      return `${cause.file} can't be read: ${cause.reason}`;
    case 'not-allowed':
      return `'${cause.path}' can't be imported: ${allowed}`;
    case 'outside':
      return `'${cause.path}' lies outside the submission: ${allowed}`;
    case 'not-there':
      return `'${cause.path}' does not exist in the submission`;
  }
}

/** Remarks on the graded file. */
export function fileRemark(remark: FileRemark): string {
  const { file } = remark;
  switch (remark.id) {
    case 'taken-by-name':
      return `${file} was graded as ${remark.wanted}, because of its name`;
    case 'taken-by-exports':
      return `${file} was graded as ${remark.wanted}, because no other file exports ${list(remark.exports)}`;
    case 'decoded':
      return `${file} is not in UTF-8; it was read as ${remark.encoding}`;
    case 'former-name':
      return `${file} exports ${remark.former}, which is called ${remark.name} now, and is graded as that`;
    case 'no-question':
      return `${file} answers ${remark.name}, which is not a question; the questions are ${list(remark.questions)}`;
  }
}

function unrecognised({ file: wanted, candidates, found }: Extract<FileProblem, { status: 'unrecognised' }>): Lines {
  const names = list(found.map(fileKind));
  return candidates.length > 1
    ? [
        `it is not clear which file is ${wanted}`,
        ...candidates.slice(0, maxItems),
        'keep one of them, under its right name',
      ]
    : [`there is no ${wanted}`, `what was handed in: ${names}`, 'give the right file its name and hand it in again'];
}

/** Kinds of files without source code, by extension. */
const kinds: Readonly<Record<string, string>> = {
  rar: 'RAR archive',
  '7z': '7z archive',
  zip: 'archive inside',
  gz: 'archive inside',
  tar: 'archive',
  ipynb: 'notebook',
  py: 'Python',
  pdf: 'PDF',
  docx: 'Word document',
  doc: 'Word document',
  html: 'web page',
};

/** A file's name, with its kind if that can't be graded. */
export function fileKind(file: string): string {
  const kind = kinds[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  return kind === undefined ? file : `${file} (${kind})`;
}
