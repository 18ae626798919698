import { findSubmissions } from '../batch/findSubmissions';
import type { AssignmentFile } from '../../pipeline/submission';
import { compareClass, type Range, type SimilarPair, type Work } from './compareClass';
import { readWork, type ReadWork } from './readWork';

/** The lines of a file that a pair shares, as numbered passages. */
export interface MarkedFile {
  readonly file: string;
  readonly text: string;
  /** The passage's number, by line. */
  readonly marks: ReadonlyMap<number, number>;
}

export interface Copies {
  readonly left: string;
  readonly right: string;
  readonly similarity: number;
  readonly evidence: number;
  readonly leftFiles: readonly MarkedFile[];
  readonly rightFiles: readonly MarkedFile[];
}

export interface FoundCopies {
  readonly compared: number;
  readonly unread: readonly string[];
  readonly commonFrom: number;
  /** Most similar first. */
  readonly pairs: readonly Copies[];
}

export interface FindCopiesOptions {
  readonly directory: string;
  /** Folders of earlier years. */
  readonly against: readonly string[];
  readonly assignment: AssignmentFile;
  /** A folder with the skeleton, like a submission. */
  readonly skeleton: string;
  /** The groups of students who handed in together, by submission. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Finds likely copies in a folder of submissions, for a person to judge. */
export async function findCopies(options: FindCopiesOptions): Promise<FoundCopies> {
  const { directory, against, assignment, skeleton, groups } = options;
  const works = new Map<Work, ReadWork>();
  const unread: string[] = [];
  const add = async (folder: string, prefix: string, isEarlier: boolean): Promise<void> => {
    const { submissions } = await findSubmissions(folder);
    for (const one of submissions) {
      const read = await readWork(one, assignment);
      const name = `${prefix}${one.name}`;
      if (read === undefined) unread.push(name);
      else
        works.set(
          { name, party: isEarlier ? name : (groups.get(one.name) ?? name), isEarlier, units: read.units },
          read,
        );
    }
  };
  await add(directory, '', false);
  for (const folder of against) await add(folder, `${folder}/`, true);
  const given = await readWork({ path: skeleton, problem: undefined }, assignment);
  const { compared, commonFrom, pairs } = await compareClass([...works.keys()], given?.units ?? []);
  return { compared, unread, commonFrom, pairs: pairs.map((pair) => marked(pair, works)) };
}

function marked(
  { left, right, similarity, evidence, passages }: SimilarPair,
  works: ReadonlyMap<Work, ReadWork>,
): Copies {
  const side = (work: Work, ranges: readonly Range[]): readonly MarkedFile[] => {
    const read = works.get(work);
    return read === undefined ? [] : markedFiles(read, ranges);
  };
  return {
    left: left.name,
    right: right.name,
    similarity,
    evidence,
    leftFiles: side(
      left,
      passages.map((passage) => passage.left),
    ),
    rightFiles: side(
      right,
      passages.map((passage) => passage.right),
    ),
  };
}

function markedFiles({ sources, lineAt }: ReadWork, ranges: readonly Range[]): readonly MarkedFile[] {
  const marks = new Map<string, Map<number, number>>([...sources.keys()].map((file) => [file, new Map()]));
  for (const [number, { start, end }] of ranges.entries()) {
    const [first, last] = [lineAt(start), lineAt(end)];
    if (first === undefined || last === undefined || first.file !== last.file) continue;
    for (let line = first.line; line <= last.line; line += 1) {
      const ofFile = marks.get(first.file);
      if (ofFile?.has(line) === false) ofFile.set(line, number + 1);
    }
  }
  return [...sources].map(([file, text]) => ({ file, text, marks: marks.get(file) ?? new Map<number, number>() }));
}
