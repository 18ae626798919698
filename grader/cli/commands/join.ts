import type { Command } from 'commander';
import { readBatch } from '../../class/batch';
import { writeWhole } from '../../files';
import { joinGrades, slipDayNotes, type JoinedBatch } from '../../class/join';
import { readGradeBook } from '../../class/roster';
import { readCourse } from '../../pipeline/course';
import type { Installation } from '../installation';
import { printLines, printNote } from '../printLines';

interface JoinOptions {
  readonly out: string;
  readonly quiet?: boolean;
}

/** `grader join OUT…`: adds up several batches to a course total. */
export function addJoin(grader: Command, { root }: Installation): void {
  grader
    .command('join <out...>')
    .description("adds up several batches to a course's total: a row for each student, a column for each assignment")
    .requiredOption('--out <file>', 'table to write; - for standard output')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no effect here: there is nothing to draw')
    .addHelpText('after', '\nExamples:\n  grader join graded-03 graded-06 --out total.csv')
    .action((folders: readonly string[], options: JoinOptions) => join(folders, options, root));
}

async function join(folders: readonly string[], { out, quiet = false }: JoinOptions, root: string): Promise<void> {
  const course = await readCourse(root);
  const batches: JoinedBatch[] = [];
  for (const folder of folders) {
    const { grades, notes = [] } = await readGradeBook(await readBatch(folder), course);
    for (const note of quiet ? [] : notes) printNote(note);
    batches.push({ folder, grades });
  }
  const notes = slipDayNotes(
    batches.map(({ grades }) => grades),
    course.latePolicy.slipDays ?? 0,
  );
  for (const note of quiet ? [] : notes) printNote(note);
  const table = joinGrades(batches);
  if (out === '-') process.stdout.write(table);
  else await writeWhole(out, table);
  if (!quiet && out !== '-')
    printLines(`Wrote ${out}: ${folders.length} ${folders.length === 1 ? 'batch' : 'batches'}.`);
}
