import { readBatch, writeGrades } from '../batch';
import type { Course } from '../course';

/** Writes what is made from a batch's results, where there are any: also of half a class, when it was interrupted. */
export async function finishBatch(out: string, course: Course): Promise<void> {
  const batch = await readBatch(out, { withoutChecks: true }).catch(() => undefined);
  if (batch !== undefined) await writeGrades(batch, course);
}
