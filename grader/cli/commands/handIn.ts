import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import { handInLines, prepareHandIn, receipt, writeHandIns, type HandIn } from '../../student/handIn';
import { Sandbox } from '../../pipeline/sandbox';
import { manifestName, parseManifest, updateTexts } from '../../student/update';
import { chooseAssignments } from '../chooseAssignments';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { type OutputOptions, withProgress } from '../progress';
import { readersTexts } from '../readersTexts';
import { commandTexts } from '../texts';
import { versions } from '../versions';

interface HandInOptions extends OutputOptions {
  readonly from?: string;
  readonly out?: string;
}

/** Enough to find out which functions are still to do: those throw at once. */
const secondsToAnswer = 5;

/** `grader hand-in ID…`: packs exactly the graded files into a zip, with a receipt. */
export function addHandIn(grader: Command, installation: Installation): void {
  grader
    .command('hand-in [assignments...]')
    .description(
      'packs the graded files of an assignment into a zip, with a receipt; without an id, packs every assignment you have begun',
    )
    .option('--from <dir>', 'the working copy (default: this one)')
    .option('--out <dir>', 'folder to write to (default: `hand-in` in the working copy)')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run hand-in -- 03-losses\n  npm run hand-in\n  grader hand-in 03-losses 06-optimizers --out ../upload',
    )
    .action((named: readonly string[], options: HandInOptions) => handIn(named, options, installation));
}

async function handIn(named: readonly string[], options: HandInOptions, installation: Installation): Promise<void> {
  const { root } = installation;
  const texts = readersTexts();
  if (options.from !== undefined && !existsSync(options.from))
    throw new UsageError(commandTexts().noWorkingCopy(options.from));
  const course = await readCourse(root);
  const ids = chooseAssignments(course, named);
  const attachments = new Map(course.schedule.map((one) => [one.id, one.attachments ?? []]));
  const packed = await pack(ids, { areNamed: named.length > 0, attachments }, options, installation);
  if (packed.length === 0)
    throw new UsageError(`${texts.handIn.nothingBegun} \`npm run hand-in -- ${ids[0] ?? 'ID'}\``);
  const folder = options.out === undefined ? join(options.from ?? root, 'hand-in') : resolve(options.out);
  const zipName = ({ assignment }: HandIn): string => `${assignment}.zip`;
  const now = { time: new Date(), version: checksVersion(installation) };
  const files = packed.flatMap((one): (readonly [string, string | Uint8Array])[] => [
    [zipName(one), one.zip],
    [`${one.assignment}.receipt.txt`, receipt(one, { zipName: zipName(one), ...now }, texts)],
  ]);
  await writeHandIns(folder, new Map(files)).catch((error: NodeJS.ErrnoException) => {
    throw new Error(commandTexts().cannotWriteTo(folder, error.code ?? error.message), { cause: error });
  });
  if (options.quiet === true) return;
  const shown = (one: HandIn): string => relative(process.cwd(), join(folder, zipName(one)));
  for (const one of packed) console.log(handInLines(one, shown(one), texts).join('\n'));
  console.log(texts.handIn.next(packed.map(shown), relative(process.cwd(), folder)));
}

/** The version of the release in a student's copy, of the grader in the staff's checkout. */
function checksVersion({ root, engine }: Installation): string {
  const manifest = join(root, manifestName);
  if (!existsSync(manifest)) return versions(engine).graderVersion;
  return parseManifest(readFileSync(manifest, 'utf8'), updateTexts(readersTexts().language)).version;
}

/** @throws if an assignment can't be packed; then none is */
async function pack(
  ids: readonly string[],
  {
    areNamed,
    attachments,
  }: { readonly areNamed: boolean; readonly attachments: ReadonlyMap<string, readonly string[]> },
  options: HandInOptions,
  installation: Installation,
): Promise<readonly HandIn[]> {
  const { root, childCommand } = installation;
  const texts = readersTexts();
  const own = commandTexts();
  return withProgress(own.starting, options, async (progress) => {
    const packed: HandIn[] = [];
    for (const id of ids) {
      progress.say(own.checking(id));
      const sandbox = new Sandbox({ command: childCommand, secondsPerExercise: secondsToAnswer });
      try {
        const assignment = await loadPublicAssignment(installation, id);
        const one = await prepareHandIn(options.from ?? root, assignment, sandbox, attachments.get(id));
        if (one.status === 'hand-in') {
          if (areNamed || one.started.length > 0 || one.problem !== undefined) packed.push(one);
        } else if (areNamed || one.status !== 'missing') {
          throw new Error([texts.handIn.nothingWritten(id), ...texts.file(one)].join('\n  '));
        }
      } finally {
        sandbox.close();
      }
    }
    return packed;
  });
}
