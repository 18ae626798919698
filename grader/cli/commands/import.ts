import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import { importDownload, nameOf, platforms, WrongPlatform, type ImportReport, type Platform } from '../../class/import';
import { sanitize } from '../../pipeline/report';
import { readRoster } from '../../class/roster';
import { archiveKindOf } from '../../pipeline/submission';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { startProgress } from '../progress';

interface ImportCommandOptions {
  readonly from: Platform;
  readonly roster: string;
  readonly out: string;
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** `grader import ZIP`: a platform's bulk download, made the folder that a batch takes. */
export function addImport(grader: Command, installation: Installation): void {
  grader
    .command('import <zip>')
    .description("makes of a platform's bulk download a folder for `grader batch`, named by the roster; lists who is unmatched or absent")
    .requiredOption('--from <platform>', `where it is from: ${platforms.join(', ')}`, parsePlatform)
    .requiredOption('--roster <file>', 'the class list: name,id,email,submittedAt,extendedUntil,group')
    .requiredOption('--out <dir>', 'folder to write to; a new one')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  grader import submissions.zip --from canvas --roster roster.csv --out work\n' +
        '  grader batch work --out results --roster work/roster.csv --assignment 03-losses',
    )
    .action((zip: string, options: ImportCommandOptions) => runImport(zip, options, installation));
}

function parsePlatform(text: string): Platform {
  const found = platforms.find((platform) => platform === text.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`It must be one of ${platforms.join(', ')}.`);
  return found;
}

async function runImport(
  zip: string,
  { from, roster, out, quiet = false, plain = false }: ImportCommandOptions,
  installation: Installation,
): Promise<void> {
  const found = await stat(zip).catch(() => undefined);
  if (found === undefined) throw new UsageError(`there is no file ${zip}; give the zip that ${nameOf[from]} made`);
  if (!found.isFile() || archiveKindOf(zip) === undefined)
    throw new UsageError(`${zip} is no .zip or .tar.gz; give the one that ${nameOf[from]} made`);
  const before = await readdir(out).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : ['a file']));
  if (before.length > 0) throw new UsageError(`${out} is there already and not empty; name a new folder, so that nothing is overwritten`);
  const students = await readRoster(roster);
  const progress = await startProgress(`reading ${zip}`, { silent: quiet, plain });
  try {
    const { assignments } = await readCourse(installation.root);
    const course = new Map<string, string>();
    for (const id of assignments) course.set((await loadPublicAssignment(installation, id)).file, id);
    const report = await importDownload(resolve(zip), { platform: from, students, course, out: resolve(out) });
    progress.stop();
    if (!quiet) console.log(linesOf(report, { out, total: students.length }).join('\n'));
  } catch (error) {
    throw error instanceof WrongPlatform ? new UsageError(error.message) : error;
  } finally {
    progress.stop();
  }
}

function linesOf(report: ImportReport, { out, total }: { readonly out: string; readonly total: number }): readonly string[] {
  const { imported, absent, unmatched, remarks, platform } = report;
  const late = imported.filter(({ markedLate }) => markedLate).flatMap(({ ids }) => ids);
  const told = [...imported.flatMap(({ name, remarks: own }) => own.map((remark) => `${name}: ${remark}`)), ...remarks];
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${sanitize(line)}`)];
  return [
    `Imported the work of ${total - absent.length} of ${total} students from ${nameOf[platform]} into ${out}.`,
    ...section(
      `Unmatched (${unmatched.length}), not imported:`,
      unmatched.map(({ label, reason }) => `${label}: ${reason}`),
    ),
    ...section(
      `Absent (${absent.length}), in the roster without a hand-in:`,
      absent.map(({ id, name }) => `${name} (${id})`),
    ),
    ...section(`Marked late by ${nameOf[platform]}, which doesn't say when; enter submittedAt in ${join(out, 'roster.csv')}:`, late),
    ...section('To know:', told),
    '',
    `Next: grader batch ${out} --out OUT --roster ${join(out, 'roster.csv')}`,
  ];
}
