import { stat } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { hasSpecs, readCourse } from '../../pipeline/course';
import { allWrongTurns, writeClass, type Manner } from '../../testbed/madeClass';
import { chooseAssignments } from '../chooseAssignments';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { printLines } from '../printLines';

interface MakeClassOptions {
  readonly assignment: readonly string[];
  readonly students: number;
  readonly seed: number;
}

/** `grader make-class FOLDER`: something to try `batch` and its pages on before the first real deadline. */
export function addMakeClass(grader: Command, { root }: Installation): void {
  grader
    .command('make-class <folder>')
    .description(
      'invents a class: right, half-done, mistaken, late, hostile and unreadable submissions, and its roster',
    )
    .option('-a, --assignment <id...>', 'what the class was to do', [
      ...new Set(allWrongTurns.map(({ assignment }) => assignment)),
    ])
    .option('--students <number>', 'how many', parseCount, 200)
    .option('--seed <number>', 'each number gives another class', parseCount, 1)
    .addHelpText(
      'after',
      '\nExamples:\n  grader make-class /tmp/class\n  grader batch /tmp/class/submissions --out /tmp/graded --roster /tmp/class/roster.csv -a 03-losses 06-optimizers',
    )
    .action(async (folder: string, options: MakeClassOptions) => {
      if (!hasSpecs(root))
        throw new UsageError("classes are made from solutions, which a student's copy does not hold");
      if ((await stat(folder).catch(() => undefined)) !== undefined)
        throw new UsageError(`${folder} is already there; name a new folder`);
      const course = await readCourse(root);
      const assignments = chooseAssignments(course, options.assignment);
      const { members, unplaced } = await writeClass(folder, {
        root,
        course,
        assignments,
        students: options.students,
        seed: options.seed,
      });
      const counts = new Map<Manner, number>();
      for (const { manner } of members) counts.set(manner, (counts.get(manner) ?? 0) + 1);
      const kinds = [...counts].map(([manner, count]) => `${count} ${manner}`).join(', ');
      printLines(
        `${folder}: ${members.length} students (${kinds}) and ${unplaced.length} ${unplaced.length === 1 ? "submission that is no one's" : "submissions that are no one's"}`,
      );
    });
}

function parseCount(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number of 1 or more.');
  return number;
}
