import { Command } from 'commander';
import { lookForDataIn } from '../../data/files/findDataFolder';
import { addBatch } from './commands/batch';
import { addDev } from './commands/dev';
import { addDoctor } from './commands/doctor';
import { addExport } from './commands/export';
import { addGenerate } from './commands/generate';
import { addGrade } from './commands/grade';
import { addHandIn } from './commands/handIn';
import { addHint } from './commands/hint';
import { addJoin } from './commands/join';
import { addImport } from './commands/import';
import { addMakeClass } from './commands/makeClass';
import { addNew } from './commands/new';
import { addNewCourse } from './commands/newCourse';
import { addNewSeed } from './commands/newSeed';
import { addOwnPage } from './commands/ownPage';
import { addPackage } from './commands/package';
import { addPlay } from './commands/play';
import { addQueue } from './commands/queue';
import { addRegrade } from './commands/regrade';
import { addRelease } from './commands/release';
import { addReport } from './commands/report';
import { addRubric } from './commands/rubric';
import { addSimilarity } from './commands/similarity';
import { addTrain } from './commands/train';
import { addTry } from './commands/try';
import { addUpdate } from './commands/update';
import { addWatch } from './commands/watch';
import { addWatchFolder } from './commands/watchFolder';
import { addValidate } from './commands/validate';
import { addWorker } from './commands/worker';
import { curriculum } from '../curriculum';
import { languageOf } from '../pipeline/report';
import { reportError } from './errors';
import { complaintInEnglish, prepareChinese, speakChinese } from './help';
import type { Installation, Places } from './installation';

/** Runs the command line. The exit code is set only here. */
export async function main(argv: readonly string[], places: Places): Promise<void> {
  process.stdout.on('error', exitOnClosedPipe);
  lookForDataIn(places.root, places.engine);
  try {
    await program({ ...places, curriculum, language: languageOf(process.env).language }).parseAsync([...argv]);
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

// `grader … | head` closes the pipe early, which is not an error.
function exitOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

type AddCommand = (grader: Command, installation: Installation) => unknown;

/** Commands by audience, in the order of use. */
const commands: Readonly<Record<string, readonly AddCommand[]>> = {
  'Students:': [addWatch, addHint, addGrade, addOwnPage, addHandIn, addPlay, addTry, addTrain, addUpdate],
  'Teaching assistants:': [
    addImport,
    addBatch,
    addWatchFolder,
    addWorker,
    addQueue,
    addReport,
    addRubric,
    addRegrade,
    addExport,
    addJoin,
    addSimilarity,
    addPackage,
    addMakeClass,
  ],
  'Authors:': [addNewCourse, addNew, addNewSeed, addDev, addGenerate, addValidate, addRelease],
  'Everyone:': [addDoctor],
};

function program(installation: Installation): Command {
  const grader = new Command('grader')
    .description('Checks and grades course assignments on TensorFlow.js, in double precision.')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ outputError: (complaint, write) => write(complaintInEnglish(complaint)) })
    .addHelpText('after', '\nSee `grader COMMAND --help` for examples of each command.');
  const isChinese = languageOf(process.env).language === 'zh';
  if (isChinese) prepareChinese(grader);
  for (const [role, adders] of Object.entries(commands)) {
    grader.commandsGroup(role);
    for (const add of adders) add(grader, installation);
  }
  if (isChinese) speakChinese(grader);
  return grader;
}
