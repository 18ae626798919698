import { matchRoster, type AssignmentGrade, type Grade } from '../roster';
import { listed, type ExportInput } from './format';
import { whoIs } from './people';

/** What somebody gets for an assignment; undefined where it is not known or there is none. */
export function pointsFor(grade: Grade, id: string): number | undefined {
  return gradeFor(grade, id)?.final ?? undefined;
}

export function gradeFor({ assignments }: Grade, id: string): AssignmentGrade | undefined {
  return assignments.find((one) => one.id === id);
}

/** The most that an assignment gives. */
export function maximumOf({ results }: ExportInput, id: string): number {
  return results.flatMap(({ assignments }) => assignments).find((one) => one.id === id)?.maxScore ?? 0;
}

/** Points on the platform's scale. @throws if that has another maximum, and nobody said to scale */
export function scalerTo(
  platform: number | undefined,
  ours: number,
  { scale }: ExportInput['options'],
  what: string,
): (points: number) => number {
  if (platform === undefined || platform === ours) return (points) => points;
  if (scale && ours > 0) return (points) => (points * platform) / ours;
  throw new Error(`${what} has a maximum of ${platform} points there, but ${ours} here; change it there, or add --scale to convert`);
}

/** Who got no grade in the file, and why. */
export function gapNotes(
  { grades, students, pending }: ExportInput,
  ids: readonly string[],
  unplaced: readonly string[] = [],
): readonly string[] {
  // Whoever has handed in is not absent, only because the batch was ended before.
  const waiting = matchRoster(students, pending).submissionOf;
  const absent = grades.filter(({ status, student }) => status === 'absent' && !waiting.has(student?.id ?? '')).map(whoIs);
  const unmatched = grades.filter(({ status }) => status === 'unmatched').map(whoIs);
  const unknown = grades
    .filter(({ assignments }) => assignments.some((one) => ids.includes(one.id) && one.status === 'infrastructure'))
    .map(whoIs);
  const others = unplaced.filter((name) => !unmatched.includes(name));
  return [
    ...note(pending, 'are not graded yet, since the batch was interrupted; go on with --resume'),
    ...note(absent, 'handed in nothing, left without a grade'),
    ...note(unmatched, 'are submissions of nobody in the roster, left out'),
    ...note(others, 'have no row of their own in the file, left out'),
    ...note(unknown, 'could not be graded by our own failure, left without a grade'),
  ];
}

function note(names: readonly string[], what: string): readonly string[] {
  return names.length === 0 ? [] : [`${names.length} ${what}: ${listed(names)}`];
}
