import { stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { hasSpecs, hiddenSeed, loadFullAssignment, loadPublicAssignment, readCourse, seedLabel, type Course } from '../course';
import { gradeSubmission } from '../gradeSubmission';
import { toJson, toTerminal } from '../report';
import { Sandbox } from '../sandbox';
import { readSubmission } from '../submission';
import type { Assignment, Scope } from '../types';
import { chooseAssignments } from './chooseAssignments';
import { UsageError } from './errors';
import type { Installation } from './installation';
import { startProgress } from './progress';
import { versions } from './versions';

interface GradeOptions {
  readonly assignment?: readonly string[];
  readonly json?: string;
  readonly seed?: string;
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** Wall seconds that one exercise may take. */
const secondsPerExercise = 10;

/** `grader grade DIR`: one submission. */
export function addGrade(grader: Command, installation: Installation): void {
  grader
    .command('grade <dir>')
    .description('grades one submission, each function in a process of its own that knows no expected values')
    .option('-a, --assignment <id...>', 'only these assignments')
    .option('--json <file>', 'write the result as JSON; - for standard output, with nothing else on it')
    .option('--seed <seed>', 'seed of the hidden cases')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner, no drawn table')
    .addHelpText(
      'after',
      '\nExamples:\n  grader grade .\n  grader grade submissions/alice --assignment 03-losses\n  grader grade solutions --json -',
    )
    .action((directory: string, options: GradeOptions) => grade(directory, options, installation));
}

async function grade(directory: string, options: GradeOptions, { root, childCommand }: Installation): Promise<void> {
  const isDirectory = await stat(directory).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isDirectory) throw new UsageError(`there is no folder ${directory}; give the folder of a submission, such as \`grader grade .\``);
  const course = await readCourse(root);
  const ids = chooseAssignments(course, options.assignment ?? []);
  const silent = options.quiet === true || options.json === '-';
  const progress = await startProgress('starting', { silent, plain: options.plain === true });
  // Started first: it gets ready while the cases are drawn.
  const sandbox = new Sandbox({ command: childCommand, secondsPerExercise });
  try {
    const { scope, label, warning, load } = await openCourse(root, course, options.seed);
    if (warning !== undefined && options.quiet !== true) progress.warn(warning);
    const assignments: Assignment[] = [];
    for (const id of ids) {
      progress.say(`drawing the cases of ${id}`);
      assignments.push(await load(id));
    }
    const submission = await readSubmission(directory, assignments, { named: options.assignment?.length === 1 });
    progress.say('running the submission');
    const score = await gradeSubmission(assignments, submission, sandbox);
    progress.stop();
    const json = toJson(score, {
      submission: basename(resolve(directory)),
      scope,
      seedLabel: label,
      isolation: 'process',
      specHash: assignments.map(({ specHash }) => specHash).join('-'),
      ...versions(root),
    });
    if (options.json !== undefined) await write(options.json, `${JSON.stringify(json, undefined, 2)}\n`);
    if (!silent)
      console.log(
        toTerminal(score, scope, { colors: pc, plain: options.plain === true, reader: scope === 'public' ? 'student' : 'staff' }),
      );
  } finally {
    progress.stop();
    sandbox.close();
  }
}

interface OpenCourse {
  readonly scope: Scope;
  readonly label: string;
  readonly warning: string | undefined;
  readonly load: (id: string) => Promise<Assignment>;
}

/** Specs with hidden cases in the staff's checkout; the released public checks in a student's copy. */
async function openCourse(root: string, course: Course, seedOption: string | undefined): Promise<OpenCourse> {
  const { publicSeed } = course;
  if (!hasSpecs(root)) {
    return { scope: 'public', label: seedLabel(publicSeed), warning: undefined, load: (id) => loadPublicAssignment(root, id) };
  }
  const { seed, from } = await hiddenSeed(root, seedOption, publicSeed);
  const warning =
    from === 'public'
      ? 'hidden cases are drawn from the public seed, so that anyone can know them; set DESCENT_HIDDEN_SEED or write .descent/seed'
      : undefined;
  return {
    scope: 'full',
    label: seedLabel(seed),
    warning,
    load: (id) => loadFullAssignment(root, id, { public: publicSeed, hidden: seed }),
  };
}

async function write(file: string, text: string): Promise<void> {
  if (file === '-') process.stdout.write(text);
  else {
    await writeFile(file, text).catch((error: Error) => {
      throw new Error(`the result could not be written to ${file}: ${error.message}`);
    });
  }
}
