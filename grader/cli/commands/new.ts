import type { Command } from 'commander';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { assertCourse } from '../assertCourse';
import { printLines } from '../printLines';

/** `grader new ID`: creates a small, complete assignment to start from. */
export function addNew(grader: Command, installation: Installation): void {
  grader
    .command('new <id>')
    .description('creates a small, complete assignment as a starting point for your own')
    .option('--questions', 'questions only (a choice, a number or a few words), no code')
    .addHelpText('after', '\nExamples:\n  grader new 10-my-topic\n  grader new 11-reading --questions')
    .action(async (id: string, { questions }: { readonly questions?: true }) => {
      assertCourse(installation);
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
        `  3. npx grader validate ${id}, until everything is proven.`,
        '  4. Set its due date in assignments/course.json, then commit.',
        ...(installation.root === installation.engine ? ofThisCourse : []),
      );
    });
}

/** Descent's own course has additional tests. */
const ofThisCourse = [
  '  5. For npm run check: a row in assignments/README.md and README.zh-CN.md, and Chinese versions of the handout and hints.',
];
