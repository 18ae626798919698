import type { ClassEntry } from '../batch/findSubmissions';
import {
  compileSubmission,
  isFileProblem,
  openSubmission,
  placeOf,
  type AssignmentFile,
  type Compiled,
} from '../../pipeline/submission';
import { tokensOf, type Unit } from './tokensOf';

/** A submission's code, as tokens and as sources. */
export interface ReadWork {
  readonly units: readonly Unit[];
  readonly sources: ReadonlyMap<string, string>;
  /** Maps an offset in the compiled code to its source; undefined for code that the compiler added. */
  readonly lineAt: (offset: number) => { readonly file: string; readonly line: number } | undefined;
}

/** Reads a submission's code for an assignment; undefined if it is missing or does not compile. */
export async function readWork(
  { path, problem }: Pick<ClassEntry, 'path' | 'problem'>,
  assignment: AssignmentFile,
): Promise<ReadWork | undefined> {
  if (problem !== undefined) return undefined;
  const submission = await openSubmission(path, [assignment], { named: true });
  try {
    const found = submission.files.get(assignment.id);
    if (found === undefined || isFileProblem(found)) return undefined;
    const compiled = await compileSubmission(found);
    return compiled.status === 'compiled' ? workOf(compiled) : undefined;
  } finally {
    await submission.close();
  }
}

function workOf(compiled: Compiled): ReadWork {
  const lines = lineStarts(compiled.code);
  return {
    units: tokensOf(compiled),
    sources: compiled.sources,
    lineAt: (offset) => {
      const line = lines.findLastIndex((start) => start <= offset);
      return placeOf(compiled, line + 1, offset - (lines[line] ?? 0) + 1);
    },
  };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
