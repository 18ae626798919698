import { join } from 'node:path';
import type { Course } from '../course';
import type { SubmissionResult } from '../report';
import { readGradeBook, type Grade } from '../roster';
import { writeTable, type Cell } from '../tables';
import type { Batch } from './readBatch';
import { statusOf } from './statusOf';
import { writeWhole } from './writeWhole';

/** Writes `OUT/grades.csv`: a row for each submission; with a roster a row for each student, then the submissions that are nobody's. */
export async function writeGrades(batch: Batch, course: Pick<Course, 'schedule' | 'timeZone' | 'latePolicy'>): Promise<void> {
  const { grades, students } = await readGradeBook(batch, course);
  await writeWhole(join(batch.folder, 'grades.csv'), gradesTable(batch.results, students.length === 0 ? undefined : grades));
}

/** @param grades - of people; undefined where there is no roster */
export function gradesTable(results: readonly SubmissionResult[], grades: readonly Grade[] | undefined): string {
  const ids = results[0]?.assignments.map(({ id }) => id) ?? [];
  const header = ['submission', ...ids, 'total', 'max', 'status'];
  if (grades === undefined) return writeTable(header, results.map(pointsOf));
  const byName = new Map(results.map((result) => [result.submission, result]));
  const rows = grades.map((grade) => {
    const result = byName.get(grade.submission ?? '');
    const points = result === undefined ? ['', ...ids.map(() => null), null, grade.max, 'absent'] : pointsOf(result);
    const { student, raw, penalty, override, final, remarks } = grade;
    return [...points, student?.id ?? '', student?.name ?? '', raw, penalty, override, final, remarks.join('; ')];
  });
  return writeTable([...header, 'id', 'name', 'raw', 'penalty', 'override', 'final', 'remarks'], rows);
}

function pointsOf(result: SubmissionResult): readonly Cell[] {
  const { submission, assignments, score, maxScore } = result;
  return [submission, ...assignments.map((assignment) => assignment.score), score, maxScore, statusOf(result)];
}
