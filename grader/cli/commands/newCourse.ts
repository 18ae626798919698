import type { Command } from 'commander';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { printLines } from '../printLines';

/** `grader new-course DIR`: creates a repository that depends on this package. */
export function addNewCourse(grader: Command, { engine }: Installation): void {
  grader
    .command('new-course <dir>')
    .description('creates a course of your own assignments and any of these')
    .addHelpText('after', '\nExample:\n  grader new-course .')
    .action(async (directory: string) => {
      const { newCourse } = await import('../../author');
      const { written, mustInstall } = await newCourse(engine, directory).catch((error: Error) => {
        throw new UsageError(error.message);
      });
      printLines(written.map((file) => `written  ${file}`).join('\n'));
      const steps = [
        ...(mustInstall ? [`In ${directory}: npm install`] : []),
        'npx grader new 10-my-topic, or name one of these assignments in assignments/course.json: { "id": "03-losses", "from": "descent" }',
        'npx grader generate && npx grader validate --draft',
        'See README.md for the rest.',
      ];
      printLines('', 'Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`));
    });
}
