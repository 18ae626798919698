import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { readBatch } from '../../class/batch';
import { readCourse } from '../../pipeline/course';
import { writePages } from '../../class/pages';
import { readGradeBook } from '../../class/roster';
import { UsageError } from '../errors';
import type { Installation } from '../installation';

interface ReportOptions {
  readonly quiet?: boolean;
}

/** `grader report OUT`: the pages of a batch, anew. */
export function addReport(grader: Command, { root }: Installation): void {
  grader
    .command('report <out>')
    .description("writes a batch's pages anew: report/index.html for staff, report/students/NAME.html for each student")
    .option('--quiet', 'print nothing but errors')
    .addHelpText('after', '\nExamples:\n  grader report graded\n  grader report graded --quiet && open graded/report/index.html')
    .action((out: string, options: ReportOptions) => report(out, options, root));
}

async function report(out: string, { quiet = false }: ReportOptions, root: string): Promise<void> {
  const found = await stat(out).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    const fact = found === undefined ? `there is no folder ${out}` : `${out} is no folder`;
    throw new UsageError(`${fact}; give the folder that \`grader batch DIR --out OUT\` wrote`);
  }
  const course = await readCourse(root);
  const batch = await readBatch(out);
  const { classPage, students } = await writePages(out, batch, { courseTitle: course.title, book: await readGradeBook(batch, course) });
  if (quiet) return;
  console.log(`${classPage} shows the class; it is for staff.`);
  console.log(`${students} ${students === 1 ? 'page' : 'pages'} in students/ beside it hold one student each, and may be handed out.`);
}
