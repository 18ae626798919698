import type { Command } from 'commander';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { printLines } from '../printLines';

/** `grader new ID`: a complete small assignment to start from. */
export function addNew(grader: Command, installation: Installation): void {
  grader
    .command('new <id>')
    .description('creates a small assignment that is complete and fair as it is, to be changed into yours')
    .addHelpText('after', '\nExample:\n  grader new 10-my-topic')
    .action(async (id: string) => {
      const { newAssignment } = await import('../../author');
      const files = await newAssignment(installation, id).catch((error: Error) => {
        throw new UsageError(error.message);
      });
      printLines(files.map((file) => `written  ${file}`).join('\n'));
      printLines(
        '',
        'Next:',
        `  1. Write your solution and specs in solutions/${id}/, and the handout in assignments/${id}/README.md.`,
        `  2. npx grader generate ${id} && npx grader validate ${id} --draft, while you write.`,
        `  3. npx grader validate ${id}, until all of it holds, and npm run check.`,
        '  4. What the tests of the course ask for: a row in assignments/README.md and README.zh-CN.md, the handout and the hints in Chinese.',
        '  5. Its due date in assignments/course.json; then commit.',
      );
    });
}
