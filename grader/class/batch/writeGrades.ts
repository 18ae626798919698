import { join } from 'node:path';
import type { SubmissionResult } from '../../pipeline/report';
import { matchRoster, type Grade, type GradeBook, type Owners, type Student } from '../roster';
import { writeTable, type Cell, writeWhole } from '../../files';
import { findSubmissions } from './findSubmissions';
import type { Batch } from './readBatch';
import { readSettings, submissionsOf } from './settings';
import { statusOf } from './statusOf';

/**
 * Writes `OUT/grades.csv`: a row for each submission, or with a roster a row for each student, then the unmatched
 * submissions. It has final points if there is a roster or a person changed points, and remarks if there are any.
 */
export async function writeGrades(batch: Batch, book: GradeBook): Promise<void> {
  await writeWhole(join(batch.folder, 'grades.csv'), gradesTable(batch.results, await pendingIn(batch), book));
}

/** Submissions that an interrupted batch has not reached. */
export async function pendingIn({ folder, results }: Batch): Promise<readonly string[]> {
  const settings = await readSettings(folder);
  if (settings === undefined) return [];
  const graded = new Set(results.map(({ submission }) => submission));
  const { submissions } = await findSubmissions(await submissionsOf(folder, settings));
  return submissions.map(({ name }) => name).filter((name) => !graded.has(name));
}

interface People {
  readonly grades: readonly Grade[];
  readonly students: readonly Student[];
  readonly owners?: Owners | undefined;
}

/** @param pending - submissions that are not graded yet */
export function gradesTable(results: readonly SubmissionResult[], pending: readonly string[], people: People): string {
  const ids = results[0]?.assignments.map(({ id }) => id) ?? [];
  const header = ['submission', ...ids, 'total', 'max', 'status'];
  const max = results[0]?.maxScore;
  const nothing = (submission: string, status: string): readonly Cell[] => [
    submission,
    ...ids.map(() => null),
    null,
    max,
    status,
  ];
  if (people.students.length === 0 && people.grades.every((one) => one.raw === one.final && !hasRubric(one))) {
    const remarks = new Map(people.grades.map((one) => [one.submission, one.remarks.join('; ')]));
    const rows = [...results.map((result) => pointsOf(result)), ...pending.map((name) => nothing(name, 'pending'))];
    if ([...remarks.values()].every((one) => one === '')) return writeTable(header, rows.toSorted(byName));
    const remarked = rows.map((row) => [...row, remarks.get(String(row[0])) ?? '']);
    return writeTable([...header, 'remarks'], remarked.toSorted(byName));
  }
  const found = new Map(results.map((result) => [result.submission, result]));
  // A student whose submission is pending is not absent.
  const match = matchRoster(people.students, [...found.keys(), ...pending], people.owners);
  const rows = people.grades.map((grade) => {
    const { student, submission, assignments, raw, penalty, override, final, remarks } = grade;
    const result = found.get(submission ?? '');
    const waiting = result === undefined ? match.submissionOf.get(student?.id ?? '') : undefined;
    const isByHand = assignments.some(({ byHand }) => byHand === true);
    const without = grade.status === 'undecided' ? 'undecided' : 'absent';
    const status = waiting === undefined ? (isByHand ? 'graded by hand' : without) : 'pending';
    const own = result === undefined ? nothing(waiting ?? '', status) : pointsOf(result);
    // Manual points are part of the final maximum; a grade that waits for them is open.
    const isOpen = final === null && own.at(-1) === 'graded';
    const points = hasRubric(grade) ? [...own.slice(0, -2), grade.max, isOpen ? 'partial' : own.at(-1)] : own;
    return [...points, student?.id ?? '', student?.name ?? '', raw, penalty, override, final, remarks.join('; ')];
  });
  const owned = new Set(match.submissionOf.values());
  const unmatched = pending
    .filter((name) => !owned.has(name))
    .map((name) => [...nothing(name, 'pending'), '', '', null, null, null, null, '']);
  return writeTable(
    [...header, 'id', 'name', 'raw', 'penalty', 'override', 'final', 'remarks'],
    [...rows, ...unmatched],
  );
}

function hasRubric({ assignments }: Grade): boolean {
  return assignments.some(({ rubric = [] }) => rubric.length > 0);
}

/** If a part that was handed in has no points, the total is unknown. */
function pointsOf(result: SubmissionResult): readonly Cell[] {
  const { submission, assignments, score, maxScore } = result;
  const isKnown = assignments.every(({ status, optional }) => optional || status === 'graded' || status === 'missing');
  return [
    submission,
    ...assignments.map((assignment) => assignment.score),
    isKnown ? score : null,
    maxScore,
    statusOf(result),
  ];
}

function byName([a = '']: readonly Cell[], [b = '']: readonly Cell[]): number {
  return String(a) < String(b) ? -1 : 1;
}
