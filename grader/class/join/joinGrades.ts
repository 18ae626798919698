import { keyOf, sumPoints, type Grade } from '../roster';
import { writeTable, type Cell } from '../../files';

/** The grades of one batch. */
export interface JoinedBatch {
  readonly folder: string;
  readonly grades: readonly Grade[];
}

/**
 * Writes a course's total: a row for each student of any batch, a column with the final points of each assignment.
 * Unknown points are empty, and so is the total of a student with ungraded work.
 *
 * @throws in one sentence if an assignment is in two batches
 */
export function joinGrades(batches: readonly JoinedBatch[]): string {
  const columns = columnsOf(batches);
  const people = new Map<string, { readonly id: string; readonly name: string; readonly grades: Grade[] }>();
  for (const { grades } of batches) {
    for (const grade of grades.filter(({ status }) => status !== 'unmatched')) {
      const id = grade.student?.id ?? grade.submission ?? '';
      const one = people.get(keyOf(id)) ?? { id, name: grade.student?.name ?? '', grades: [] };
      people.set(keyOf(id), one);
      one.grades.push(grade);
    }
  }
  const max = columns.reduce((sum, one) => sum + (one.optional ? 0 : one.max), 0);
  const rows = [...people.values()].map(({ id, name, grades }): readonly Cell[] => {
    const own = grades.flatMap(({ assignments }) => assignments);
    const counted = own.filter(({ optional }) => !optional);
    const { final } = sumPoints(counted, ({ status }) => status !== 'absent' && status !== 'missing');
    const points = columns.map((column) => own.find((one) => one.id === column.id)?.final ?? null);
    return [id, name, ...points, final, max, grades.flatMap(({ remarks }) => remarks).join('; ')];
  });
  return writeTable(['id', 'name', ...columns.map(({ id }) => id), 'total', 'max', 'remarks'], rows);
}

interface Column {
  readonly id: string;
  readonly max: number;
  readonly optional: boolean;
}

function columnsOf(batches: readonly JoinedBatch[]): readonly Column[] {
  const found = new Map<string, Column & { readonly folder: string }>();
  for (const { folder, grades } of batches) {
    for (const { id, max, optional } of grades[0]?.assignments ?? []) {
      const before = found.get(id);
      if (before !== undefined)
        throw new Error(`${id} is in ${before.folder} and in ${folder}; name only the batch whose grades count`);
      found.set(id, { id, max, optional, folder });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
