import { readBatch, writeGrades, type Batch } from '../class/batch';
import type { Course } from '../pipeline/course';
import { attentionOf, writePages, type Attention } from '../class/pages';
import { sanitize } from '../pipeline/report';
import { readGradeBook, type GradeBook } from '../class/roster';

/**
 * Writes what is made from a batch's results, where there are any: also of half a class, when it was interrupted.
 *
 * @returns what a person should know of the grades
 */
export async function finishBatch(out: string, course: Course): Promise<readonly string[]> {
  const batch = await readBatch(out).catch(() => undefined);
  if (batch === undefined) return [];
  const book = await readGradeBook(batch, course);
  await writeGrades(batch, book);
  await writePages(out, batch, { courseTitle: course.title, book });
  return [...(book.notes ?? []), ...needsPerson(batch, book)];
}

/** Who handed in something that could not be graded as it is. */
function needsPerson({ results }: Batch, book: GradeBook): readonly string[] {
  const wanted: readonly Attention['status'][] = ['undecided', 'unrecognised', 'unreadable'];
  const found = attentionOf(results, book).filter(({ status }) => wanted.includes(status));
  return found.map(({ submission, who, where, why, place }) => {
    const line = place === undefined ? '' : `; ${place.file}:${place.line}`;
    return sanitize(`needs a person: ${submission ?? who}, ${where}: ${why}${line}`);
  });
}
