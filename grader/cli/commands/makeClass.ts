import { plural } from '../../pipeline/words/english';
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { hasSpecs, readCourse } from '../../pipeline/course';
import { allMistakeEdits, writeClass, type Profile } from '../../testbed/madeClass';
import { chooseAssignments } from '../chooseAssignments';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { parseSize } from '../numberOption';
import { printLines } from '../printLines';

interface MakeClassOptions {
  readonly assignment: readonly string[];
  readonly students: number;
  readonly seed: number;
}

/** `grader make-class FOLDER`: a class to try `batch` and its pages on before the first deadline. */
export function addMakeClass(grader: Command, { root }: Installation): void {
  grader
    .command('make-class <folder>')
    .description(
      'generates a sample class: right, unfinished, wrong, late, hostile and unreadable submissions, and a roster',
    )
    .option('-a, --assignment <id...>', 'assignments of the class', [
      ...new Set(allMistakeEdits.map(({ assignment }) => assignment)),
    ])
    .option('--students <number>', 'how many', parseSize, 200)
    .option('--seed <number>', 'each number gives a different class', parseSize, 1)
    .addHelpText(
      'after',
      '\nExamples:\n  grader make-class /tmp/class\n  grader batch /tmp/class/submissions --out /tmp/graded --roster /tmp/class/roster.csv -a 03-losses 06-optimizers',
    )
    .action(async (folder: string, options: MakeClassOptions) => {
      if (!hasSpecs(root))
        throw new UsageError("sample classes are generated from solutions, which a student's copy doesn't have");
      if ((await stat(folder).catch(() => undefined)) !== undefined)
        throw new UsageError(`${folder} already exists; name a new folder`);
      const course = await readCourse(root);
      const assignments = chooseAssignments(course, options.assignment);
      const { members, unplaced } = await writeClass(folder, {
        root,
        course,
        assignments,
        students: options.students,
        seed: options.seed,
      });
      const counts = new Map<Profile, number>();
      for (const { profile } of members) counts.set(profile, (counts.get(profile) ?? 0) + 1);
      const kinds = [...counts].map(([profile, count]) => `${count} ${profile}`).join(', ');
      printLines(
        `${folder}: ${plural(members.length, 'student')} (${kinds}) and ${plural(unplaced.length, 'submission that belongs to no one', 'submissions that belong to no one')}`,
      );
    });
}
