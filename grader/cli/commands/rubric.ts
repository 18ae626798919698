import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { lockFolder, readBatch } from '../../class/batch';
import { readGradeBook, rubricTable } from '../../class/roster';
import { writeWhole } from '../../files';
import { readCourse } from '../../pipeline/course';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { printLines } from '../printLines';

/** `grader rubric OUT`: writes the table for points given by hand. */
export function addRubric(grader: Command, { root }: Installation): void {
  grader
    .command('rubric <out>')
    .description(
      'writes OUT/rubric.csv to fill in, a row for each rubric criterion and student who handed in; existing rows stay',
    )
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no effect here: there is nothing to draw')
    .addHelpText('after', '\nExamples:\n  grader rubric graded\n  grader report graded')
    .action((out: string, { quiet = false }: { readonly quiet?: boolean }) => rubric(out, quiet, root));
}

async function rubric(out: string, quiet: boolean, root: string): Promise<void> {
  const course = await readCourse(root);
  const batch = await readBatch(out);
  const unlock = await lockFolder(out);
  try {
    const { grades } = await readGradeBook(batch, course, { isTrial: true });
    if (!grades.some(({ assignments }) => assignments.some((one) => one.rubric !== undefined)))
      throw new UsageError(
        `no assignment of ${out} has a rubric; write one in assignments/course.json, and apply it to this batch with \`grader report ${out} --new-dates --write\``,
      );
    const file = join(out, 'rubric.csv');
    const isThere = (await stat(file).catch(() => undefined)) !== undefined;
    const { text, added, kept } = await rubricTable(grades, isThere ? file : undefined);
    if (added > 0) await writeWhole(file, text);
    if (quiet) return;
    const before = kept === 0 ? '' : `; the ${kept} existing ones stay`;
    printLines(
      added === 0
        ? `${file} has a row for each criterion and student already; nothing was written`
        : `${file} has ${added} new rows, one for each criterion and student${before}`,
      `Give points, and your name in \`by\`; then: grader report ${out}`,
    );
  } finally {
    await unlock();
  }
}
