import type { Command } from 'commander';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { mustBeCourse } from '../mustBeCourse';
import { printLines } from '../printLines';

/** `grader new ID`: a complete small assignment to start from. */
export function addNew(grader: Command, installation: Installation): void {
  grader
    .command('new <id>')
    .description('creates a small assignment, complete and fair, for you to change into yours')
    .option('--questions', 'questions only: a choice, a number or a few words, and no code')
    .addHelpText('after', '\nExamples:\n  grader new 10-my-topic\n  grader new 11-reading --questions')
    .action(async (id: string, { questions }: { readonly questions?: true }) => {
      mustBeCourse(installation);
      const { newAssignment } = await import('../../author');
      const files = await newAssignment(installation, id, { questions }).catch((error: Error) => {
        throw new UsageError(error.message);
      });
      printLines(files.map((file) => `written  ${file}`).join('\n'));
      printLines(
        '',
        'Next:',
        questions === true
          ? `  1. Write your questions in solutions/${id}/questions.yaml, and the handout in assignments/${id}/README.md.`
          : `  1. Write your solution and specs in solutions/${id}/, and the handout in assignments/${id}/README.md.`,
        `  2. npx grader generate ${id} && npx grader validate ${id} --draft, while you write.`,
        `  3. npx grader validate ${id}, until all of it holds.`,
        '  4. Its due date in assignments/course.json; then commit.',
        ...(installation.root === installation.engine ? ofThisCourse : []),
      );
    });
}

/** Descent's own course has tests of its own. */
const ofThisCourse = [
  '  5. What npm run check asks for: a row in assignments/README.md and README.zh-CN.md, the handout and the hints in Chinese.',
];
