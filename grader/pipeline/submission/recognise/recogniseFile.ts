import type { FileProblem, FileRemark } from '../../types';
import type { AssignmentFile } from '../findCandidates';
import { answersFile } from '../archives/isSourceFile';
import { isNamed, looksLike } from './likeness';
import type { Source } from './readSources';

/** A file that is used as the assignment's, and why. */
export interface Recognised {
  readonly status: 'recognised';
  readonly file: string;
  readonly remark: FileRemark;
}

export interface HandedIn {
  /** Files that may be meant, readable or not. */
  readonly files: readonly string[];
  /** The ones that can contain code. */
  readonly sources: readonly Source[];
  /** Files of the expected name in the folders of other assignments. */
  readonly strays?: readonly Source[];
  /** Whether an unrecognised file must be reported, because there is no other assignment it could belong to. */
  readonly isAsked: boolean;
}

/**
 * Looks for an assignment's file outside its expected place. Only an unambiguous file is used: the one file with that
 * name, a similar name, or the only one with the expected exports. Anything else is left to a person.
 */
export function recogniseFile(
  { id, file, exercises }: AssignmentFile,
  { files, sources, strays = [], isAsked }: HandedIn,
): Recognised | FileProblem {
  const wanted = `${id}/${file}`;
  const byName = (one: string): Recognised => ({
    status: 'recognised',
    file: one,
    remark: { id: 'taken-by-name', file: one, wanted },
  });
  const unrecognised = (candidates: readonly Pick<Source, 'file'>[]): FileProblem => ({
    status: 'unrecognised',
    file: wanted,
    candidates: candidates.map((one) => one.file),
    found: files,
  });
  const asked = exercises?.map(({ name }) => name);
  const askedIn = ({ exports = [] }: Source): readonly string[] =>
    asked === undefined ? exports : asked.filter((one) => exports.includes(one));

  const named = files.filter((one) => isNamed(one, file));
  const [own] = named;
  const versions = distinct(sources.filter((one) => named.includes(one.file)));
  if (own !== undefined && (named.length === 1 || versions.length === 1)) return byName(versions[0]?.file ?? own);
  if (versions.length > 1) return unrecognised(versions);

  // Answers can be recognised only by their name.
  const answers = answersFile.test(file) ? files.filter((one) => looksLike(one, file)) : [];
  if (answers.length === 1 && answers[0] !== undefined) return byName(answers[0]);
  if (answers.length > 1) return unrecognised(answers.map((one) => ({ file: one })));

  const similar = sources.filter((one) => looksLike(one.file, file));
  const exporting = distinct(sources.filter((one) => askedIn(one).length > 0));
  const fitting = exporting.filter((one) => similar.includes(one));
  // If its code has a typo, the compiler's message helps most.
  const broken = similar.filter((one) => one.exports === undefined && !/\.txt$/i.test(one.file));
  const likely = fitting.length > 0 || exporting.length > 0 ? fitting : broken;
  if (likely.length > 1) return unrecognised(likely);
  if (likely[0] !== undefined) return byName(likely[0].file);

  const [first] = exporting;
  if (exporting.length > 1) return unrecognised(exporting);
  if (first !== undefined) {
    const remark: FileRemark = { id: 'taken-by-exports', file: first.file, wanted, exports: askedIn(first) };
    return { status: 'recognised', file: first.file, remark };
  }
  // In another assignment's folder, the name alone proves nothing.
  const [stray, ...others] = distinct(strays.filter((one) => askedIn(one).length > 0));
  if (stray !== undefined && others.length === 0 && askedIn(stray).length === asked?.length) return byName(stray.file);
  if (stray !== undefined) return unrecognised([stray, ...others]);
  return files.length > 0 && (isAsked || similar.length > 0) ? unrecognised([]) : { status: 'missing', file: wanted };
}

/** Drops sources whose text equals an earlier one's. */
function distinct(sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ text }, index) => sources.findIndex((other) => other.text === text) === index);
}
