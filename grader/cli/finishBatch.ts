import { readBatch, writeGrades } from '../batch';
import type { Course } from '../course';
import { writePages } from '../report/pages';
import { readGradeBook } from '../roster';

/** Writes what is made from a batch's results, where there are any: also of half a class, when it was interrupted. */
export async function finishBatch(out: string, course: Course): Promise<void> {
  const batch = await readBatch(out).catch(() => undefined);
  if (batch === undefined) return;
  await writeGrades(batch, course);
  await writePages(out, batch, { courseTitle: course.title, book: await readGradeBook(batch, course) });
}
