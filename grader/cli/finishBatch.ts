import { readBatch, writeGrades, type Batch } from '../class/batch';
import type { Course } from '../pipeline/course';
import { attentionOf, writePages } from '../class/pages';
import { sanitize } from '../pipeline/report';
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
  return [...(book.notes ?? []), ...needsPerson(batch)];
}

/** Who handed in something that could not be graded as it is. */
function needsPerson({ results }: Batch): readonly string[] {
  const found = attentionOf(results).filter(({ status }) => status === 'unrecognised' || status === 'unreadable');
  return found.map(({ submission, where, why }) => sanitize(`needs a person: ${submission}, ${where}: ${why}`));
}
