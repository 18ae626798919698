import type { Command } from 'commander';
import { isFileProblem } from '../../pipeline/submission';
import { fileLines, readScratch, runScratch, thrownLines } from '../../student/scratch';
import type { Installation } from '../installation';
import { readersTexts } from '../readersTexts';
import { UsageError } from '../errors';
import { printNote } from '../printLines';

/** `grader try FILE`: runs a scratch file in double precision, with the student's own functions. */
export function addTry(grader: Command, installation: Installation): void {
  grader
    .command('try <file>')
    .description('runs a scratch file in double precision; it can import your exercises, tfjs and descent')
    .addHelpText('after', '\nPress Ctrl-C to stop it.\n\nExamples:\n  npm run try -- mine.ts')
    .action((file: string) => tryFile(file, installation));
}

async function tryFile(file: string, { root }: Installation): Promise<void> {
  const texts = readersTexts();
  const compiled = await readScratch(root, file);
  if (isFileProblem(compiled)) {
    const said = fileLines(compiled, texts).join('\n  ');
    throw compiled.status === 'missing' ? new UsageError(said) : new Error(said);
  }
  const { tf } = await import('../../precision');
  const complain = (error: unknown): string => thrownLines(error, compiled, texts).join('\n  ');
  // No signal handlers here, so Ctrl-C stops endless loops too.
  const fail = (error: unknown): void => {
    printNote(complain(error));
    process.exit(1);
  };
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  try {
    runScratch(compiled, tf);
  } catch (error) {
    throw new Error(complain(error), { cause: error });
  }
}
