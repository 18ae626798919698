import { readBatch, writeGrades, type Batch } from '../class/batch';
import type { Course } from '../pipeline/course';
import { attentionOf, writePages, type Attention } from '../class/pages';
import { plural } from '../pipeline/words/english';
import { readGradeBook, type GradeBook } from '../class/roster';

/**
 * Writes grades and pages from a batch's results, if there are any; also for a batch that was interrupted.
 *
 * @returns notes for the user
 */
export async function finishBatch(out: string, course: Course): Promise<readonly string[]> {
  const batch = await readBatch(out).catch(() => undefined);
  if (batch === undefined) return [];
  const book = await readGradeBook(batch, course);
  await writeGrades(batch, book);
  await writePages(out, batch, { courseTitle: course.title, book });
  return [...(book.notes ?? []), ...needsPerson(batch, book), ...remarksOf(book)];
}

/** Submissions that could not be graded as they are, or that belong to no one. */
function needsPerson({ results }: Batch, book: GradeBook): readonly string[] {
  const wanted: readonly Attention['status'][] = ['unmatched', 'undecided', 'unrecognised', 'unreadable'];
  const found = attentionOf(results, book).filter(({ status }) => wanted.includes(status));
  return found.map(({ submission, who, where, why, place }) => {
    const line = place === undefined ? '' : `; ${place.file}:${place.line}`;
    return `needs a person: ${submission ?? who}, ${where}: ${why}${line}`;
  });
}

/** How many grades have a remark, with the first one; the table has all. */
function remarksOf({ grades }: GradeBook): readonly string[] {
  const found = grades.filter(
    ({ status, remarks }) => remarks.length > 0 && status !== 'unmatched' && status !== 'undecided',
  );
  const [first] = found;
  if (first === undefined) return [];
  const who = first.student?.id ?? first.submission ?? '';
  return [
    `${plural(found.length, 'grade')} with a remark, in the column remarks of grades.csv; the first: ${who}: ${first.remarks[0] ?? ''}`,
  ];
}
