import { appendFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  annotations,
  formats,
  githubResult,
  stepOutput,
  writeExports,
  type ExportInput,
  type Format,
} from '../../class/export';
import { didYouMean } from '../../pipeline/words/didYouMean';
import { UsageError } from '../errors';
import { readInput, type ExportInputOptions } from '../exportInput';
import type { Installation } from '../installation';
import { numberOption } from '../numberOption';
import { collectPairs } from '../pairs';
import { printLines, printNote } from '../printLines';

interface ExportCommandOptions extends ExportInputOptions {
  readonly format: string;
  readonly out: string;
  readonly quiet?: boolean;
}

const examples = `
Examples:
  grader export OUT --format canvas --into gradebook.csv --out upload.csv
  grader export OUT --format moodle-worksheet --into Grades.csv --assignment 03-losses --out upload.csv
  grader export OUT --format gradescope --submission alice --out results.json
  grader export OUT --format junit --out -
  grader export result.json --format github --out autograding.json`;

/** `grader export OUT`: a batch's results, or one result of `grade --json`, in another platform's format. */
export function addExport(grader: Command, installation: Installation): void {
  grader
    .command('export <out>')
    .description("writes results for other platforms: gradebooks of a class, or a file for each submission's platform")
    .requiredOption('--format <format>', formats.map(({ name }) => name).join(' | '))
    .requiredOption(
      '--out <file>',
      'file to write, - for standard output; a new folder for formats with one file per submission',
    )
    .option('--into <file>', "canvas, moodle-worksheet: the platform's exported file to fill in")
    .option('--roster <file>', "class list (default: the batch's own, if it has one)")
    .option('-a, --assignment <id...>', 'only these assignments')
    .option('--submission <name>', 'only this submission')
    .option('--column <name=title>', 'column title of an assignment, "03-losses=Homework 3"; repeatable', collectPairs)
    .option('--set <field=value>', 'classroom50: a field missing from the environment; repeatable', collectPairs)
    .option('--scale', 'convert points if the platform has a different maximum')
    .option(
      '--absent <points>',
      'gradebooks: points for a due assignment that was not handed in (default: no grade)',
      numberOption((points) => points >= 0, 'It must be a number of 0 or more.'),
    )
    .option('--confirm-absent', 'gradebooks: continue even if no one handed in a named assignment')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no effect here: there is nothing to draw')
    .addHelpText('after', examples)
    .action((out: string, options: ExportCommandOptions) => exportBatch(out, options, installation));
}

async function exportBatch(from: string, options: ExportCommandOptions, installation: Installation): Promise<void> {
  const format = chooseFormat(options);
  const { input, notes } = await readInput(from, options, installation);
  const written = await writeExports(format, input, options.out);
  for (const line of [...notes, ...written.notes]) if (options.quiet !== true) printNote(line);
  if (format.name === 'github') await annotateActions(input, options.quiet === true);
  if (options.quiet !== true && options.out !== '-') {
    printLines(
      written.files.length === 1 ? `Wrote ${options.out}.` : `Wrote ${written.files.length} files in ${options.out}.`,
    );
  }
}

function chooseFormat({ format: name, into }: ExportCommandOptions): Format {
  const names = formats.map((one) => one.name);
  const format = formats.find((one) => one.name === name);
  if (format === undefined) throw new UsageError(`there is no format ${name}; ${didYouMean(name, names)}`);
  const fills = name === 'canvas' || name === 'moodle-worksheet';
  if (into !== undefined && !fills) throw new UsageError(`${name} doesn't fill in a file; remove --into`);
  if (into === undefined && name === 'moodle-worksheet')
    throw new UsageError(
      'moodle-worksheet fills in the worksheet that Moodle exports (Download grading worksheet); name it with --into',
    );
  return format;
}

/** Inside a GitHub Actions step: sets the output `result` and prints annotations. */
async function annotateActions(input: ExportInput, quiet: boolean): Promise<void> {
  const { GITHUB_ACTIONS: isAction, GITHUB_OUTPUT: output } = process.env;
  const [first] = input.results;
  if (isAction !== 'true' || first === undefined || input.results.length > 1) return;
  if (output !== undefined && output !== '') await appendFile(output, stepOutput(githubResult(first, input)));
  for (const line of quiet ? [] : annotations(first, input)) printLines(line);
}
