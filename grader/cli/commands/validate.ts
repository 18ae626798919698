import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import pc from 'picocolors';
import type { Answer, AssignmentProof, Task, TaskResult, Urgency } from '../../author/validate';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import { chooseAssignments } from '../chooseAssignments';
import { findTwins } from '../findTwins';
import type { Installation } from '../installation';
import { startProgress } from '../progress';
import { writeJson } from '../writeJson';
import { printNote } from '../printLines';

interface ValidateCliOptions {
  readonly draft?: boolean;
  readonly seeds?: number;
  readonly json?: string;
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** The hidden command that does a share of the proof in a process of its own. */
const workerCommand = 'validate-worker';
const maxWorkers = 8;

/** `grader validate [ID]…`: proves assignments fair. */
export function addValidate(grader: Command, installation: Installation): void {
  grader
    .command('validate [id...]')
    .description('proves that right answers of an assignment pass, and that wrong ones lose points and are recognised')
    .option('--draft', 'only what is known within seconds: two seeds, no mutants, no processes')
    .option('--seeds <number>', 'draw the cases from this many seeds instead of 20', wholeNumber)
    .option('--json <file>', 'write the proof as JSON; - for standard output, with nothing else on it')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner, no drawn table')
    .addHelpText(
      'after',
      '\nExamples:\n  grader validate 03-losses --draft\n  grader validate 03-losses\n  grader validate --json proof.json\n\nExit code 0 only if all holds; publishing needs a run without --draft, and on no fewer than 20 seeds.',
    )
    .action((ids: readonly string[], options: ValidateCliOptions) => validate(ids, options, installation));
  grader.command(workerCommand, { hidden: true }).action(() => answerTasks(installation));
}

/** @throws if anything is not proven */
async function validate(
  ids: readonly string[],
  options: ValidateCliOptions,
  installation: Installation,
): Promise<void> {
  const { root } = installation;
  const course = await readCourse(root);
  const chosen = chooseAssignments(course, ids);
  const silent = options.quiet === true || options.json === '-';
  const { validateAssignment, proofToText, proofsToJson, WorkerPool } = await import('../../author/validate');
  const pool = new WorkerPool(
    [join(root, 'grader', 'cli', 'bin.js'), workerCommand],
    Math.min(maxWorkers, availableParallelism()),
  );
  const proofs: AssignmentProof[] = [];
  try {
    const { publicSeed } = course;
    const draft = options.draft === true;
    const runTask = (task: Task, urgency?: Urgency): Promise<TaskResult> => pool.run(task, urgency);
    // All at once, so that no processor waits for one assignment's last task; shown in the order of the course.
    const proving = chosen.map((id) =>
      validateAssignment(id, { checkout: installation, publicSeed, draft, seeds: options.seeds, runTask }),
    );
    for (const [index, id] of chosen.entries()) {
      const progress = await startProgress(`proving ${id}`, { silent, plain: options.plain === true });
      const proof = await proving[index]?.finally(progress.stop);
      if (proof === undefined) continue;
      proofs.push(proof);
      if (!silent) console.log(`${proofToText(proof, { root, colors: pc, plain: options.plain === true })}\n`);
    }
  } finally {
    pool.close();
  }
  const released = await Promise.all(
    course.assignments.map((id) => loadPublicAssignment(installation, id).catch(() => undefined)),
  );
  for (const twin of findTwins(released.flatMap((one) => one ?? []))) printNote(twin);
  if (options.json !== undefined) await writeJson(options.json, proofsToJson(proofs, root));
  const failed = proofs.filter(({ failures }) => failures.length > 0);
  if (failed.length > 0)
    throw new Error(`not proven: ${failed.map(({ id, failures }) => `${id} (${failures.length})`).join(', ')}`);
}

function wholeNumber(text: string): number {
  const seeds = Number(text);
  if (!Number.isInteger(seeds) || seeds < 2 || seeds > 1000)
    throw new InvalidArgumentError('It must be a whole number from 2 to 1000.');
  return seeds;
}

/** Answers tasks until the parent is gone. */
async function answerTasks(installation: Installation): Promise<void> {
  const { TaskRunner } = await import('../../author/validate');
  const runner = new TaskRunner(installation, installation.childCommand);
  const answer = async (task: Task): Promise<Answer> => {
    try {
      return { result: await runner.run(task) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  process.on('message', (task: Task) => void answer(task).then((done) => process.send?.(done)));
}
