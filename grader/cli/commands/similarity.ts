import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { findSubmissions, readOwners, readSettings, submissionsOf } from '../../class/batch';
import { partiesOf, readRoster } from '../../class/roster';
import { copiesPage, findCopies } from '../../class/similarity';
import { writeWhole } from '../../files';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import { languageOf } from '../../pipeline/report';
import { chooseAssignments } from '../chooseAssignments';
import { plural } from '../../pipeline/words/english';
import type { Installation } from '../installation';
import { assertFolder } from '../assertFolder';
import { type OutputOptions, withProgress } from '../progress';
import { printLines } from '../printLines';

interface SimilarityOptions extends OutputOptions {
  readonly assignment: string;
  readonly out: string;
  readonly against?: readonly string[];
  readonly roster?: string;
}

/** `grader similarity OUT|DIR --assignment ID --out FILE`: lists likely copies for a person to review. */
export function addSimilarity(grader: Command, installation: Installation): void {
  grader
    .command('similarity <folder>')
    .description('finds likely copies in a batch or a folder of submissions, and writes a page for a person to review')
    .requiredOption('-a, --assignment <id>', 'which assignment')
    .requiredOption('-o, --out <file>', 'page to write, such as copies.html')
    .option('--against <folder...>', "submissions of earlier years, or a batch's folder, to compare with")
    .option('--roster <file>', "class list; members of a group are not compared (default: the batch's own)")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  grader similarity graded --assignment 03-losses --out copies.html\n  grader similarity submissions --assignment 03-losses --against ../2026/submissions --out copies.html',
    )
    .action((folder: string, options: SimilarityOptions) => similarity(folder, options, installation));
}

async function similarity(folder: string, options: SimilarityOptions, installation: Installation): Promise<void> {
  const { root } = installation;
  const course = await readCourse(root);
  const [id = ''] = chooseAssignments(course, [options.assignment]);
  const assignment = await loadPublicAssignment(installation, id);
  const directory = await submissionsIn(folder);
  const against = await Promise.all((options.against ?? []).map(submissionsIn));
  await withProgress(`comparing ${directory}`, options, async (progress) => {
    const found = await findCopies({
      directory,
      against,
      assignment,
      skeleton: join(root, 'assignments', id),
      groups: await groupsIn(folder, directory, options.roster),
    });
    const { language } = languageOf(process.env);
    const page = copiesPage(found, { courseTitle: course.title, assignment: id, language });
    await writeWhole(options.out, page);
    progress.stop();
    const { compared, pairs, unread } = found;
    if (options.quiet === true) return;
    const what =
      pairs.length === 0 ? 'none similar enough to review' : `${plural(pairs.length, 'pair')} for a person to review`;
    printLines(`${compared} compared: ${what}: ${options.out}`);
    if (unread.length > 0) printLines(`not compared, missing or not compiling: ${unread.join(', ')}`);
  });
}

/** The folder itself, or the folder of submissions that a batch was run on. */
async function submissionsIn(folder: string): Promise<string> {
  await assertFolder(folder, "give a batch's folder, or a folder of submissions");
  const settings = await readSettings(folder);
  return settings === undefined ? folder : submissionsOf(folder, settings);
}

async function groupsIn(
  folder: string,
  directory: string,
  roster: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const candidates = [join(folder, 'roster.csv'), join(directory, 'roster.csv')];
  let file = roster;
  for (const candidate of candidates)
    if (file === undefined && (await stat(candidate).catch(() => undefined)) !== undefined) file = candidate;
  if (file === undefined) return new Map();
  const { submissions } = await findSubmissions(directory);
  return partiesOf(
    await readRoster(file),
    submissions.map(({ name }) => name),
    await readOwners(folder),
  );
}
