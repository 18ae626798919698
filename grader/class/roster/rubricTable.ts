import { parseTable, writeTable, type Cell } from '../../files';
import type { Grade } from './gradesOf';
import { keyOf } from './student';

const columns = ['id', 'name', 'assignment', 'criterion', 'max', 'points', 'comment', 'by'] as const;

export interface RubricTable {
  readonly text: string;
  /** Number of new rows, without points. */
  readonly added: number;
  /** Number of existing rows, which keep all their columns. */
  readonly kept: number;
}

/**
 * Writes `OUT/rubric.csv`, the table to fill in: a row for each criterion of each submission.
 *
 * @param file - the existing table, to be completed; undefined if there is none
 */
export async function rubricTable(grades: readonly Grade[], file: string | undefined): Promise<RubricTable> {
  const { header, rows } = file === undefined ? { header: columns, rows: [] } : await parseTable(file);
  const place = (column: string): number => header.findIndex((name) => name.toLowerCase() === column);
  const keyIn = (id: string, assignment: string, criterion: string): string =>
    JSON.stringify([keyOf(id), assignment, criterion]);
  const existing = new Set(
    rows.map(({ cells }) => {
      const [id = '', assignment = '', criterion = ''] = ['id', 'assignment', 'criterion'].map(
        (column) => cells[place(column)],
      );
      return keyIn(id, assignment, criterion);
    }),
  );
  const added = rowsOf(grades).filter(({ submission, students, assignment, criterion }) => {
    const hasRow = (owner: string): boolean => existing.has(keyIn(owner, assignment, criterion));
    return !hasRow(submission) && (students.length === 0 || !students.every(hasRow));
  });
  const cells = added.map(({ id, name, assignment, criterion, max }) => {
    const fields: Readonly<Record<string, Cell>> = { id, name, assignment, criterion, max };
    return header.map((name) => fields[name.toLowerCase()]);
  });
  const kept = rows.map((row) => row.cells);
  return { text: writeTable(header, [...kept, ...cells], { plain: true }), added: added.length, kept: kept.length };
}

interface Row {
  readonly submission: string;
  /** Ids of the submission's students; each may have a row of their own. */
  readonly students: readonly string[];
  readonly id: string;
  readonly name: string;
  readonly assignment: string;
  readonly criterion: string;
  readonly max: number;
}

/** A shared submission is graded once, under its name. */
function rowsOf(grades: readonly Grade[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { student, submission, assignments } of grades) {
    if (submission === undefined) continue;
    const sharers = grades.filter((one) => one.submission === submission).flatMap((one) => one.student ?? []);
    const isShared = sharers.length > 1;
    const id = isShared ? submission : (student?.id ?? submission);
    const name = sharers.map((one) => one.name).join(', ');
    const students = sharers.map((one) => one.id);
    for (const { id: assignment, status, rubric = [] } of assignments) {
      if (status === 'missing') continue;
      for (const { criterion, max } of rubric)
        rows.set(JSON.stringify([id, assignment, criterion]), {
          submission,
          students,
          id,
          name,
          assignment,
          criterion,
          max,
        });
    }
  }
  return [...rows.values()];
}
