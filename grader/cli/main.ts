import { Command } from 'commander';
import { addBatch } from './batch';
import { addDoctor } from './doctor';
import { addExport } from './export';
import { addGenerate } from './generate';
import { addGrade } from './grade';
import { addHandIn } from './handIn';
import { addHint } from './hint';
import { addImport } from './import';
import { addMakeClass } from './makeClass';
import { addNew } from './new';
import { addPackage } from './package';
import { addRegrade } from './regrade';
import { addRelease } from './release';
import { addReport } from './report';
import { addTrain } from './train';
import { addUpdate } from './update';
import { addWatch } from './watch';
import { addValidate } from './validate';
import { reportError } from './errors';
import type { Installation } from './installation';

/** The command line. Only here is the exit code set. */
export async function main(argv: readonly string[], installation: Installation): Promise<void> {
  process.stdout.on('error', endWhereNobodyReads);
  try {
    await program(installation).parseAsync([...argv]);
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

// `grader … | head` closes the pipe when it has seen enough: that is no error.
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function program(installation: Installation): Command {
  const grader = new Command('grader')
    .description('Checks and grades course assignments on TensorFlow.js, in double precision.')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: true })
    .addHelpText('after', '\nSee `grader COMMAND --help` for examples of each command.');
  for (const add of [
    addBatch,
    addGrade,
    addHandIn,
    addHint,
    addImport,
    addWatch,
    addDoctor,
    addExport,
    addGenerate,
    addMakeClass,
    addNew,
    addPackage,
    addRegrade,
    addRelease,
    addReport,
    addTrain,
    addUpdate,
    addValidate,
  ])
    add(grader, installation);
  return grader;
}
