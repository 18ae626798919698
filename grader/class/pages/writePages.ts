import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inParallel } from '../../files';
import type { GradeBook } from '../roster';
import type { Batch } from '../batch/readBatch';
import { classPage } from './class/classPage';
import type { CodeIndex } from './class/links';
import { namesOf } from './class/people';
import { attachmentPath, codePage } from './code/codePage';
import { codeReader } from './code/codeReader';
import { membersOf } from './members';
import { studentPage } from './student/studentPage';

export interface PagesOptions {
  /** Shown at the top of each page. */
  readonly courseTitle?: string;
  /** The roster's students, and manual changes to grades. */
  readonly book?: GradeBook | undefined;
}

export interface WrittenPages {
  readonly classPage: string;
  readonly students: number;
}

/**
 * Writes `report/index.html` and `report/code/NAME.html` for staff, and `report/students/NAME.html` for each student,
 * into a batch's folder.
 *
 * Writes all pages to a new folder, which then replaces the old one: a report is never incomplete, and never contains
 * pages of former students.
 *
 * @throws in one sentence if they can't be written
 */
export async function writePages(folder: string, batch: Batch, options: PagesOptions = {}): Promise<WrittenPages> {
  const report = join(folder, 'report');
  const [fresh, old] = [join(folder, `.report-${process.pid}`), join(folder, `.report-old-${process.pid}`)];
  for (const { submission } of batch.results) checkName(submission);
  const { pages } = membersOf(batch.results, options.book);
  try {
    await mkdir(join(fresh, 'students'), { recursive: true });
    const code = await writeCode(join(fresh, 'code'), batch, options);
    await writeFile(join(fresh, 'index.html'), classPage(batch.results, { ...options, code }));
    // Limited parallelism bounds the memory for thousands of pages.
    await inParallel(pages, ({ page, result, grade, isShared }) => {
      checkName(page);
      return writeFile(join(fresh, 'students', `${page}.html`), studentPage(result, { ...options, grade, isShared }));
    });
    await rename(report, old).catch(unlessMissing);
    await rename(fresh, report).catch(async (error: unknown) => {
      await rename(old, report).catch(unlessMissing);
      throw error;
    });
  } catch (error) {
    throw new Error(`the report could not be written to ${report}: ${(error as Error).message}`, { cause: error });
  } finally {
    // The error above covers failures here.
    await Promise.allSettled([fresh, old].map((leftover) => rm(leftover, { recursive: true, force: true })));
  }
  return { classPage: join(report, 'index.html'), students: pages.length };
}

/** Writes a code page for each submission that still exists. @returns the files on each page */
async function writeCode(folder: string, batch: Batch, { courseTitle, book }: PagesOptions): Promise<CodeIndex> {
  const names = namesOf(book);
  const read = await codeReader(batch);
  const written = await inParallel(batch.results, async ({ submission }) => {
    const code = await read(submission);
    if (code === undefined) return [];
    await mkdir(folder, { recursive: true });
    const who = names.get(submission) ?? '';
    await writeFile(join(folder, `${submission}.html`), codePage(submission, code, { courseTitle, who }));
    for (const one of code.attachments ?? []) {
      if (one.status !== 'pdf') continue;
      const file = join(dirname(folder), attachmentPath(submission, one));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, one.bytes);
    }
    return [[submission, code.files.map(({ file }) => file)] as const];
  });
  return new Map(written.flat());
}

/** Prevents an edited result from writing outside its folder. */
function checkName(name: string): void {
  // eslint-disable-next-line no-control-regex -- not allowed in names
  if (name === '' || name.startsWith('.') || /[/\\\u0000-\u001f]/.test(name) || /\p{Cs}/u.test(name)) {
    throw new Error(`${JSON.stringify(name)} can't be the name of a page; correct "submission" in its result`);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
