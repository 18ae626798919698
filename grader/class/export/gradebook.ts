import type { AssignmentJson } from '../../pipeline/report';
import { matchRoster, type AssignmentGrade, type Grade } from '../roster';
import { infoOf, listed, type ExportInput } from './format';
import { whoIs } from './people';

/** What someone gets for an assignment; undefined where it is not known or there is none. */
export function pointsFor(
  grade: Grade,
  id: string,
  input: Pick<ExportInput, 'options' | 'assignments'>,
): number | undefined {
  const own = gradeFor(grade, id);
  if (own?.final !== null && own?.final !== undefined) return own.final;
  const { absent } = input.options;
  const isAbsent =
    own !== undefined && grade.status !== 'unmatched' && (own.status === 'absent' || own.status === 'missing');
  const isDue = input.assignments.find((one) => one.id === id)?.isDue !== false;
  return isAbsent && isDue ? absent : undefined;
}

export function gradeFor({ assignments }: Grade, id: string): AssignmentGrade | undefined {
  return assignments.find((one) => one.id === id);
}

export function resultFor({ submission }: Grade, id: string, { results }: ExportInput): AssignmentJson | undefined {
  return results.find((one) => one.submission === submission)?.assignments.find((one) => one.id === id);
}

/** The most that an assignment gives. */
export function maximumOf({ results, grades }: ExportInput, id: string): number {
  const graded = grades.flatMap(({ assignments }) => assignments).find((one) => one.id === id);
  return graded?.max ?? results.flatMap(({ assignments }) => assignments).find((one) => one.id === id)?.maxScore ?? 0;
}

/** Points on the platform's scale. @throws if that has another maximum, and no one said to scale */
export function scalerTo(
  platform: number | undefined,
  ours: number,
  { scale }: ExportInput['options'],
  what: string,
): (points: number) => number {
  if (platform === undefined || platform === ours) return (points) => points;
  if (scale && ours > 0) return (points) => (points * platform) / ours;
  throw new Error(
    `${what} has a maximum of ${platform} points there, but ${ours} here; change it there, or add --scale to convert`,
  );
}

/**
 * The assignments that someone has points in. A whole column of absent people is most likely another assignment's.
 *
 * @throws where no one handed in what was named, or would get points for what no one handed in, unless that is
 *   confirmed
 */
export function handedIn(input: ExportInput): { readonly ids: readonly string[]; readonly notes: readonly string[] } {
  const ids = input.assignments.map(({ id }) => id);
  const { isNamed, absent, isAbsentConfirmed = false } = input.options;
  if (absent !== undefined && input.pending.length > 0)
    throw new Error(
      `${input.pending.length} are not graded yet, and may not be absent; finish the batch with --resume first`,
    );
  const graded = ids.filter((id) => input.grades.some((grade) => isHandedIn(gradeFor(grade, id))));
  const empty = ids.filter((id) => !graded.includes(id));
  if (isAbsentConfirmed) return { ids, notes: [] };
  if (empty.length > 0 && (isNamed || absent !== undefined)) {
    throw new Error(
      `no one handed in ${empty.join(', ')}; name the assignments that you mean with --assignment, or add --confirm-absent if this is right`,
    );
  }
  if (absent !== undefined) refuseIfTheirs(input);
  if (empty.length === 0) return { ids, notes: [] };
  const isOpen = (id: string): boolean => infoOf(input, id).isDue === false;
  return {
    ids: graded,
    notes: [`no one handed in, left out: ${empty.map((id) => (isOpen(id) ? `${id} (not due yet)` : id)).join(', ')}`],
  };
}

/** Whoever handed in what is no one's is absent here: they would get the points of those who handed in nothing. */
function refuseIfTheirs({ grades, notImported = [] }: ExportInput): void {
  const unmatched = grades.filter(({ status }) => status === 'unmatched').map(whoIs);
  const theirs = [...unmatched, ...notImported];
  if (theirs.length === 0) return;
  throw new Error(
    `whoever handed in ${listed(theirs)} is not known, and is among the absent; settle whose each is, or add --confirm-absent if no one here has`,
  );
}

function isHandedIn(grade: AssignmentGrade | undefined): boolean {
  return grade !== undefined && (grade.final !== null || (grade.status !== 'absent' && grade.status !== 'missing'));
}

/** Who got no grade in the file, and why. */
export function gapNotes(
  input: ExportInput,
  ids: readonly string[],
  unplaced: readonly string[] = [],
): readonly string[] {
  const { grades, students, owners, pending, options } = input;
  // Whoever has handed in is not absent, only because the batch was ended before.
  const waiting = matchRoster(students, pending, owners).submissionOf;
  const absent = grades
    .filter(({ status, student }) => status === 'absent' && !waiting.has(student?.id ?? ''))
    .map(whoIs);
  const unmatched = grades.filter(({ status }) => status === 'unmatched').map(whoIs);
  const withStatus = (wanted: AssignmentGrade['status']): readonly string[] =>
    grades.flatMap((grade) => {
      const own = grade.assignments.filter(
        ({ id, status, final }) => ids.includes(id) && status === wanted && final === null,
      );
      const more = ids.length > 1 && own.length > 0 ? ` (${own.map(({ id }) => id).join(', ')})` : '';
      return own.length === 0 ? [] : [`${whoIs(grade)}${more}`];
    });
  const others = unplaced.filter((name) => !unmatched.includes(name));
  const left = options.absent === undefined ? 'left without a grade' : `${options.absent} points for what is due`;
  return [
    ...note(pending, ['is', 'are'], 'not graded yet, since the batch was interrupted; continue with --resume'),
    ...note(
      grades.filter(({ status }) => status === 'undecided').map(whoIs),
      ['needs', 'need'],
      'a person, since it is not certain which work is theirs; grades.csv says between which; left without a grade',
    ),
    ...note(absent, ['handed', 'handed'], `in nothing, ${left}`),
    ...note(withStatus('missing'), ['handed', 'handed'], `in, but nothing of this, ${left}`),
    ...note(
      withStatus('unrecognised'),
      ['needs', 'need'],
      'a person, since their file was not recognised; left without a grade',
    ),
    ...note(
      withStatus('unreadable'),
      ['needs', 'need'],
      "a person, since their file can't be read; left without a grade",
    ),
    ...note(
      withStatus('graded'),
      ['waits', 'wait'],
      'for points that a person gives; grades.csv says for what; left without a grade',
    ),
    ...note(unmatched, ['belongs', 'belong'], 'to no one in the roster, left out'),
    ...note(others, ['has', 'have'], 'no row of their own in the file, left out'),
    ...note(withStatus('infrastructure'), ['could', 'could'], 'not be graded by our own failure, left without a grade'),
  ];
}

/** The verb is the one for a single name, and for several. */
function note(names: readonly string[], [one, several]: readonly [string, string], rest: string): readonly string[] {
  if (names.length === 0) return [];
  return [`${names.length} ${names.length === 1 ? one : several} ${rest}: ${listed(names)}`];
}
