import type { ExerciseProblem, FileProblem, FileRemark, Finding } from '../../types';
import type { Lines } from '../../words/english';
import { printableLine } from '../../words/sanitize';

/** The entries of a catalogue that can contain a submission's text: its names, errors, files. */
interface Sentences {
  readonly finding: (found: Finding) => Lines;
  readonly problem: (found: ExerciseProblem) => Lines;
  readonly file: (found: FileProblem) => Lines;
  readonly fileRemark: (remark: FileRemark) => string;
  readonly fileKind: (file: string) => string;
  readonly hangs: (started: readonly string[], passed: number, checks: number) => Lines;
}

const maxLines = 40;

/** The catalogue, with sentences sanitized and limited in length. @see Note [Borders] */
export function cleaned<Catalogue extends Sentences>(texts: Catalogue): Catalogue {
  return {
    ...texts,
    finding: (found: Finding) => lines(texts.finding(found)),
    problem: (found: ExerciseProblem) => lines(texts.problem(found)),
    file: (found: FileProblem) => lines(texts.file(found)),
    fileRemark: (remark: FileRemark) => printableLine(texts.fileRemark(remark)),
    fileKind: (file: string) => printableLine(texts.fileKind(file)),
    hangs: (...parts: Parameters<Sentences['hangs']>) => lines(texts.hangs(...parts)),
  };
}

function lines([claim, ...details]: Lines): Lines {
  return [printableLine(claim), ...details.slice(0, maxLines).map(printableLine)];
}
