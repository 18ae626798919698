import type { Command } from 'commander';
import { fromHereAll, lockFolder, readBatch, readSettings, writeGrades, writeSettings } from '../../class/batch';
import { readCourse, type Course } from '../../pipeline/course';
import { writeAnonymous } from '../../class/anonymous';
import { writePages } from '../../class/pages';
import { compareGrades, keepJudging, readGradeBook } from '../../class/roster';
import type { Installation } from '../installation';
import { assertFolder } from '../assertFolder';
import { printLines, printNote } from '../printLines';

interface ReportOptions {
  readonly newDates?: boolean;
  readonly write?: boolean;
  readonly after?: readonly string[];
  readonly anonymous?: boolean;
  readonly quiet?: boolean;
}

/** `grader report OUT`: rebuilds a batch's grades and pages with the current roster and overrides. */
export function addReport(grader: Command, { root }: Installation): void {
  grader
    .command('report <out>')
    .description(
      "rebuilds a batch's grades.csv, report/index.html for staff, report/students/NAME.html for each student",
    )
    .option('--new-dates', "show whose grade changes under the course's current due dates, policy and rubrics")
    .option('--write', 'with --new-dates: apply the changes it shows')
    .option('--after <out...>', 'earlier batches of this term, whose slip days are used up')
    .option(
      '--anonymous',
      'also write pages and grades with numbers instead of names to OUT/anonymous, with the key next to it',
    )
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no effect here: there is nothing to draw')
    .addHelpText(
      'after',
      '\nExamples:\n  grader report graded\n  grader report graded --quiet && open graded/report/index.html\n  grader report graded --new-dates\n  grader report graded --new-dates --write',
    )
    .action((out: string, options: ReportOptions) => report(out, options, root));
}

async function report(
  out: string,
  { newDates = false, write = false, after, anonymous = false, quiet = false }: ReportOptions,
  root: string,
): Promise<void> {
  await assertFolder(out, 'give the folder that `grader batch DIR --out OUT` wrote');
  const course = await readCourse(root);
  const batch = await readBatch(out);
  const unlock = await lockFolder(out);
  try {
    if (newDates) {
      const judged = await readGradeBook(batch, course, { isTrial: true });
      const renewed = await readGradeBook(batch, course, { isTrial: true, judging: course });
      if (!quiet) printLines(...compareGrades(judged.grades, renewed.grades));
      if (!write) {
        if (!quiet) printLines(`Nothing was changed yet. To apply: grader report ${out} --new-dates --write`);
        return;
      }
      await takeDates(out, course);
    }
    if (after !== undefined) await takeEarlier(out, after);
    const book = await readGradeBook(batch, course);
    await writeGrades(batch, book);
    const { classPage, students } = await writePages(out, batch, { courseTitle: course.title, book });
    const written = anonymous ? await writeAnonymous(batch, book, { courseTitle: course.title }) : undefined;
    for (const note of book.notes ?? []) if (!quiet) printNote(note);
    if (quiet) return;
    printLines(`${out}/grades.csv has the grades with the current roster and overrides.`);
    printLines(`${classPage} shows the class; it is for staff.`);
    printLines(
      `${students} ${students === 1 ? 'page' : 'pages'} in students/ next to it: one per student, safe to hand out.`,
    );
    if (written !== undefined)
      printLines(
        `${written.folder} has the same with numbers instead of names; ${written.key} maps them back, for staff only.`,
      );
  } finally {
    await unlock();
  }
}

async function takeDates(out: string, course: Course): Promise<void> {
  const settings = await readSettings(out);
  if (settings !== undefined)
    await writeSettings(out, { ...settings, course: keepJudging(course, settings.assignments) });
}

async function takeEarlier(out: string, after: readonly string[]): Promise<void> {
  const settings = await readSettings(out);
  if (settings !== undefined) await writeSettings(out, { ...settings, after: await fromHereAll(out, after) });
}
