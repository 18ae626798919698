import type { Command } from 'commander';
import pc from 'picocolors';
import type { Refusals } from '../../author/release';
import type { Answer, Task } from '../../author/validate';
import { loadPublicAssignment, readCourse, type Course } from '../../pipeline/course';
import { assignmentsWith } from '../assignmentsWith';
import { chooseAssignments } from '../chooseAssignments';
import { UsageError } from '../errors';
import { findTwins } from '../findTwins';
import type { Installation } from '../installation';
import { wholeNumber } from '../numberOption';
import { type OutputOptions, startProgress } from '../progress';
import { proveAssignments, workerCommand } from '../proveAssignments';
import { refusedByRelease } from '../refusedByRelease';
import { writeJson } from '../writeJson';
import { printLines, printNote } from '../printLines';

const nothing: Refusals = { files: [], staff: [] };

interface ValidateCliOptions extends OutputOptions {
  readonly draft?: boolean;
  readonly exercise?: string;
  readonly changed?: boolean;
  readonly seeds?: number;
  readonly json?: string;
}

/** `grader validate [ID]…`: proves assignments fair. */
export function addValidate(grader: Command, installation: Installation): void {
  grader
    .command('validate [id...]')
    .description('proves that right answers to an assignment pass, and that wrong ones lose points and are recognized')
    .option('--draft', 'only what takes seconds: two seeds, no mutants, no processes')
    .option(
      '-t, --exercise <name>',
      'prove only this exercise of the assignments, with its mutants, and no whole assignment as a submission',
    )
    .option('--changed', 'skip what is already proven for exactly this state of specs, handouts, grader and Node')
    .option('--seeds <number>', 'draw the cases from this many seeds instead of 20', wholeNumber(2, 1000))
    .option('--json <file>', 'write the proof as JSON; - for standard output, with nothing else on it')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner, no drawn table')
    .addHelpText(
      'after',
      '\nExamples:\n  grader validate 03-losses --draft\n  grader validate 03-losses -t softmaxLoss\n  grader validate 03-losses\n  grader validate --draft --changed\n  grader validate --json proof.json\n\nExit code 0 only if all holds; publishing needs a run without --draft and -t, and on no fewer than 20 seeds.',
    )
    .action((ids: readonly string[], options: ValidateCliOptions) => validate(ids, options, installation));
  grader.command(workerCommand, { hidden: true }).action(() => answerTasks(installation));
}

/** @throws if a claim is not proven */
async function validate(
  ids: readonly string[],
  options: ValidateCliOptions,
  installation: Installation,
): Promise<void> {
  const { root } = installation;
  const onlyChanged = options.changed === true;
  if (onlyChanged && options.json !== undefined) throw new UsageError('--json needs a full proof; remove --changed');
  const course = await readCourse(root);
  const { exercise, draft = false } = options;
  const chosen =
    exercise === undefined
      ? chooseAssignments(course, ids)
      : await assignmentsWith(installation, course, { ids, exercise });
  await refreshTaken(installation, course, chosen);
  const silent = options.quiet === true || options.json === '-';
  const { proofToText, proofsToJson } = await import('../../author/validate');
  const plain = options.plain === true;
  const sayEarlier = (id: string): void => {
    const verdict = draft ? 'holds so far (draft)' : 'proven';
    if (!silent) printLines(`${id}: ${verdict}, by an earlier proof of this exact state\n`);
  };
  const proving = proveAssignments(installation, course, chosen, {
    draft,
    seeds: options.seeds,
    chosen: exercise === undefined ? undefined : [exercise],
    onEarlier: onlyChanged ? sayEarlier : undefined,
    onBegin: async (id) => (await startProgress(`proving ${id}`, { quiet: silent, plain })).stop,
    onProof: (proof) => {
      if (!silent) console.log(`${proofToText(proof, { root, colors: pc, plain })}\n`);
    },
  });
  // Meanwhile, since other processes prove. What keeps a spec from being used is found by its proof, too.
  const searching =
    exercise === undefined
      ? refusedByRelease(installation, course, chosen, { onlyChanged, proving })
      : Promise.resolve(nothing);
  searching.catch(() => undefined);
  const proofs = await proving;
  const released = await Promise.all(
    course.assignments.map((id) => loadPublicAssignment(installation, id).catch(() => undefined)),
  );
  const twins = findTwins(released.flatMap((one) => one ?? []));
  if (exercise === undefined) for (const twin of twins) printNote(twin);
  const failed = proofs.filter(({ failures }) => failures.length > 0);
  // Unusable specs have been reported already.
  const refused = proofs.every(({ spec }) => spec !== undefined) ? await searching : nothing;
  const known = failed.flatMap(({ failures }) => failures.map(({ where }) => where));
  const files = refused.files.filter(
    (one) => !known.some((where) => where !== undefined && one.startsWith(`${where}:`)),
  );
  for (const what of refused.staff) printNote(`release would refuse it: ${what}`);
  if (!silent) printLines(...files.map((what) => `not proven  ${what}; release would refuse it`));
  if (options.json !== undefined) await writeJson(options.json, proofsToJson(proofs, root, files));
  const unproven = [
    ...failed.map(({ id, failures }) => `${id} (${failures.length})`),
    ...(files.length > 0 ? [`what release would refuse (${files.length})`] : []),
  ];
  if (unproven.length > 0) throw new Error(`not proven: ${unproven.join(', ')}`);
}

/**
 * Files taken from the engine are generated, so they are refreshed from the installed engine before they are proven.
 */
async function refreshTaken(
  installation: Installation,
  { schedule }: Course,
  chosen: readonly string[],
): Promise<void> {
  const { writeGenerated } = await import('../../author');
  for (const { id, from } of schedule) {
    if (from === undefined || !chosen.includes(id)) continue;
    const files = await writeGenerated(installation, id);
    const changed = files.filter((one) => one.changed).map(({ file }) => file);
    if (changed.length > 0) printNote(`taken from ${from} again: ${changed.join(', ')}`);
  }
}

/** Answers tasks until the parent process exits. */
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
