import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch } from '../batch/readBatch';
import { gradesTable } from '../batch/writeGrades';
import { writeWhole } from '../../files';
import { writePages } from '../pages';
import type { GradeBook } from '../roster';
import { anonymize, namedIn } from './anonymize';
import { keyFile, keyOfBatch } from './key';

export interface WrittenAnonymous {
  /** Contains `grades.csv` and `report/`, without names. */
  readonly folder: string;
  /** The file with the name of each number, for staff only. */
  readonly key: string;
}

/** Writes grades and pages with numbers instead of names into `OUT/anonymous`. */
export async function writeAnonymous(
  batch: Batch,
  book: GradeBook,
  { courseTitle }: { readonly courseTitle: string },
): Promise<WrittenAnonymous> {
  const key = await keyOfBatch(batch.folder, namedIn(batch.results, book));
  const { results, book: numbered } = anonymize(batch.results, book, key);
  const folder = join(batch.folder, 'anonymous');
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, 'grades.csv'), gradesTable(results, [], numbered));
  await writePages(folder, { folder, results }, { courseTitle, book: numbered });
  return { folder, key: join(batch.folder, keyFile) };
}
