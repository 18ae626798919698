import type { AssignmentJson } from '../../pipeline/report';
import { matchRoster, type AssignmentGrade, type Grade } from '../roster';
import { infoOf, listed, type ExportInput } from './format';
import { whoIs } from './people';

/** A student's points for an assignment; undefined if they are unknown or there are none. */
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

/** The maximum of an assignment. */
export function maximumOf({ results, grades }: ExportInput, id: string): number {
  const graded = grades.flatMap(({ assignments }) => assignments).find((one) => one.id === id);
  return graded?.max ?? results.flatMap(({ assignments }) => assignments).find((one) => one.id === id)?.maxScore ?? 0;
}

/** Returns a conversion to the platform's scale. @throws if its maximum differs, unless `scale` is set */
export function scalerTo(
  platform: number | undefined,
  ours: number,
  { scale }: ExportInput['options'],
  what: string,
): (points: number) => number {
  if (platform === undefined || platform === ours) return (points) => points;
  if (scale && ours > 0) return (points) => (points * platform) / ours;
  throw new Error(
    `${what} has a maximum of ${platform} points on the platform, but ${ours} here; change it there, or convert with --scale`,
  );
}

/**
 * The assignments that someone handed in. One that no one handed in was probably named by mistake.
 *
 * @throws if no one handed in a named assignment, or absent students would get points that belong to unknown or ungraded
 *   work, unless this is confirmed
 */
export function handedIn(input: ExportInput): { readonly ids: readonly string[]; readonly notes: readonly string[] } {
  const ids = input.assignments.map(({ id }) => id);
  const { isNamed, absent, isAbsentConfirmed = false } = input.options;
  if (absent !== undefined && input.pending.length > 0)
    throw new Error(
      `not graded yet, so not necessarily absent: ${listed(input.pending)}; finish the batch with --resume first`,
    );
  const graded = ids.filter((id) => input.grades.some((grade) => isHandedIn(gradeFor(grade, id))));
  const empty = ids.filter((id) => !graded.includes(id));
  if (isAbsentConfirmed) return { ids, notes: [] };
  if (empty.length > 0 && (isNamed || absent !== undefined))
    throw new Error(
      `no one handed in ${empty.join(', ')}; name other assignments with --assignment, or add --confirm-absent if this is right`,
    );
  if (absent !== undefined) refuseUnmatched(input);
  if (empty.length === 0) return { ids, notes: [] };
  const isOpen = (id: string): boolean => infoOf(input, id).isDue === false;
  return {
    ids: graded,
    notes: [`no one handed in, left out: ${empty.map((id) => (isOpen(id) ? `${id} (not due yet)` : id)).join(', ')}`],
  };
}

/** Students whose work is unmatched look absent, and would get the points of absent students. */
function refuseUnmatched({ grades, notImported = [] }: ExportInput): void {
  const unmatched = grades.filter(({ status }) => status === 'unmatched').map(whoIs);
  const all = [...unmatched, ...notImported];
  if (all.length === 0) return;
  throw new Error(
    `work that matches no one may belong to students who look absent: ${listed(all)}; match it to them, or add --confirm-absent if it is no one's`,
  );
}

function isHandedIn(grade: AssignmentGrade | undefined): boolean {
  return grade !== undefined && (grade.final !== null || (grade.status !== 'absent' && grade.status !== 'missing'));
}

/** Lists students without a grade in the file, by reason. */
export function gapNotes(
  input: ExportInput,
  ids: readonly string[],
  unplaced: readonly string[] = [],
): readonly string[] {
  const { grades, students, owners, pending, options } = input;
  // Students whose work an interrupted batch has not graded are not absent.
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
      'a person, since it is uncertain which work counts (see grades.csv); left without a grade',
    ),
    ...note(absent, ['handed', 'handed'], `in nothing, ${left}`),
    ...note(withStatus('missing'), ['handed', 'handed'], `in other work only, ${left}`),
    ...note(
      withStatus('unrecognised'),
      ['needs', 'need'],
      'a person, since no file was recognised; left without a grade',
    ),
    ...note(
      withStatus('unreadable'),
      ['needs', 'need'],
      "a person, since the file can't be read; left without a grade",
    ),
    ...note(withStatus('graded'), ['waits', 'wait'], "for a person's points (see grades.csv); left without a grade"),
    ...note(unmatched, ['matches', 'match'], 'no one in the roster, left out'),
    ...note(others, ['has', 'have'], 'no unique row in the file, left out'),
    ...note(
      withStatus('infrastructure'),
      ['could', 'could'],
      'not be graded because the grader failed; left without a grade',
    ),
  ];
}

/** A note such as `2 need a person: bob, eve`, with the verb in singular and plural. */
function note(names: readonly string[], [one, several]: readonly [string, string], rest: string): readonly string[] {
  if (names.length === 0) return [];
  return [`${names.length} ${names.length === 1 ? one : several} ${rest}: ${listed(names)}`];
}
