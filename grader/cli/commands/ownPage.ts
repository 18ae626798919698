import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { studentPage } from '../../class/pages';
import { writeWhole } from '../../files';
import { loadPublicAssignment, readCourse, seedLabel } from '../../pipeline/course';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { toJson } from '../../pipeline/report';
import { Sandbox } from '../../pipeline/sandbox';
import { readSubmission } from '../../pipeline/submission';
import { openBrowser } from '../../student/page';
import { chooseAssignments } from '../chooseAssignments';
import type { Installation } from '../installation';
import { secondsPerExercise } from '../numberOption';
import { openIsolation } from '../openIsolation';
import { printLines } from '../printLines';
import { type OutputOptions, startProgress } from '../progress';
import { readersTexts } from '../readersTexts';
import { commandTexts } from '../texts';
import { versions } from '../versions';

interface OwnPageOptions extends OutputOptions {
  readonly open: boolean;
}

/** `grader page`, for students `npm run report`: a page of the student's own work on the public checks. */
export function addOwnPage(grader: Command, installation: Installation): void {
  grader
    .command('page [id...]')
    .description('checks your work on the public cases, and opens a report like the one you get after grading')
    .option('--no-open', "don't open a browser")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText('after', '\nExamples:\n  npm run report\n  npm run report -- 03-losses --no-open')
    .action((ids: readonly string[], options: OwnPageOptions) => writeOwnPage(ids, options, installation));
}

async function writeOwnPage(
  named: readonly string[],
  options: OwnPageOptions,
  installation: Installation,
): Promise<void> {
  const { root, engine, childCommand } = installation;
  const course = await readCourse(root);
  const ids = chooseAssignments(course, named);
  const texts = commandTexts();
  const progress = await startProgress(texts.checking(ids.join(', ')), options);
  const isolation = openIsolation(childCommand);
  const sandbox = new Sandbox({ command: isolation.command, secondsPerExercise });
  try {
    const assignments = await Promise.all(ids.map((id) => loadPublicAssignment(installation, id)));
    const submission = await readSubmission(root, assignments, { isWorkingCopy: true });
    const score = await gradeSubmission(assignments, submission, sandbox);
    const result = toJson(
      score,
      {
        submission: submission.name,
        scope: 'public',
        seedLabel: seedLabel(course.publicSeed),
        isolation: isolation.level,
        specHash: assignments.map(({ specHash }) => specHash).join('-'),
        ...versions(engine),
      },
      readersTexts(),
    );
    progress.stop();
    const path = join(root, '.descent', 'report.html');
    await writeWhole(path, studentPage(result, { courseTitle: course.title }), { makeFolder: true });
    if (options.quiet !== true) printLines(texts.pageWritten(relative(process.cwd(), path)));
    if (options.open && process.stdout.isTTY) await openBrowser(pathToFileURL(path).href);
  } finally {
    progress.stop();
    sandbox.close();
  }
}
