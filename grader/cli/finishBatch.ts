import { readBatch, writeGrades } from '../class/batch';
import type { Course } from '../pipeline/course';
import { writePages } from '../class/pages';
import { readGradeBook } from '../class/roster';

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
  return book.notes ?? [];
}
