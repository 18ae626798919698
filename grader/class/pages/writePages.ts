import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Grade, GradeBook } from '../roster';
import type { Batch } from '../batch/readBatch';
import { classPage } from './class/classPage';
import { studentPage } from './student/studentPage';

export interface PagesOptions {
  /** Of the course, above each page. */
  readonly courseTitle?: string;
  /** Whose the submissions are, and what people have changed. */
  readonly book?: GradeBook | undefined;
}

/** Where the pages were written. */
export interface WrittenPages {
  readonly classPage: string;
  readonly students: number;
}

/**
 * Writes `report/index.html` for staff and `report/students/NAME.html` for each student into a batch's folder.
 *
 * All pages are made beside the old ones and then take their place at once, so that no half of a report is ever there,
 * nor a page of someone who is no longer in the class.
 *
 * @throws in one sentence if they can't be written
 */
export async function writePages(folder: string, batch: Batch, options: PagesOptions = {}): Promise<WrittenPages> {
  const report = join(folder, 'report');
  const [fresh, old] = [join(folder, `.report-${process.pid}`), join(folder, `.report-old-${process.pid}`)];
  for (const { submission } of batch.results) checkName(submission);
  try {
    await mkdir(join(fresh, 'students'), { recursive: true });
    await writeFile(join(fresh, 'index.html'), classPage(batch.results, options));
    // One after the other: thousands of pages at once would need as much memory.
    for (const result of batch.results) {
      await writeFile(
        join(fresh, 'students', `${result.submission}.html`),
        studentPage(result, { ...options, grade: onlyGrade(options.book, result.submission) }),
      );
    }
    await rename(report, old).catch(unlessMissing);
    await rename(fresh, report).catch(async (error: unknown) => {
      await rename(old, report).catch(unlessMissing);
      throw error;
    });
  } catch (error) {
    throw new Error(`the report could not be written to ${report}: ${(error as Error).message}`, { cause: error });
  } finally {
    // What can't even be removed has been told above.
    await Promise.allSettled([fresh, old].map((leftover) => rm(leftover, { recursive: true, force: true })));
  }
  return { classPage: join(report, 'index.html'), students: batch.results.length };
}

/** The grade of a submission that is one student's alone. */
function onlyGrade(book: GradeBook | undefined, submission: string): Grade | undefined {
  const grades = book?.grades.filter((grade) => grade.submission === submission) ?? [];
  return grades.length === 1 ? grades[0] : undefined;
}

/** A result that was edited by hand must not write outside its folder. */
function checkName(name: string): void {
  // eslint-disable-next-line no-control-regex -- among what no name may have
  if (name === '' || name.startsWith('.') || /[/\\\u0000-\u001f]/.test(name) || /\p{Cs}/u.test(name)) {
    throw new Error(`${JSON.stringify(name)} can't be the name of a page; correct "submission" in its result`);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
