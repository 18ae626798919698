import { readBatch, writeGrades } from '../class/batch';
import type { Course } from '../pipeline/course';
import { writePages } from '../class/pages';
import { readGradeBook } from '../class/roster';

/** Writes what is made from a batch's results, where there are any: also of half a class, when it was interrupted. */
export async function finishBatch(out: string, course: Course): Promise<void> {
  const batch = await readBatch(out).catch(() => undefined);
  if (batch === undefined) return;
  await writeGrades(batch, course);
  await writePages(out, batch, { courseTitle: course.title, book: await readGradeBook(batch, course) });
}
