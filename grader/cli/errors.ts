import { CommanderError } from 'commander';
import { CannotWrite } from '../files';
import { printNote } from './printLines';

/** The command was called wrongly. The message says what is wrong and what to do next. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Compared by name, because a student's copy ships neither batch nor queue. */
const wrongCalls = ['UsageError', 'BatchRefusal', 'QueueRefusal'];

/** The run was interrupted. The message says what is done and how to continue. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    message: string,
    /** 128 + the signal's number, as in shells. */
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/** Prints the error and returns the exit code: 0 success, 1 failure, 2 wrong usage, 128 + n ended by signal n. */
export function reportError(error: unknown): number {
  // commander has already printed its own message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (process.env.DEBUG === 'grader') console.error(error);
  else printNote(error instanceof Error ? sentenceOf(error) : String(error));
  if (error instanceof Interrupted) return error.exitCode;
  return error instanceof Error && wrongCalls.includes(error.name) ? 2 : 1;
}

/** Codes of the system that can only come from writing, wherever it happens. */
const diskErrors = ['ENOSPC', 'EDQUOT', 'EROFS'];

function sentenceOf(error: NodeJS.ErrnoException): string {
  const isOfDisk = diskErrors.includes(error.code ?? '');
  return isOfDisk
    ? new CannotWrite(error.path ?? 'a file', error, 'repair that, and run the command again').message
    : error.message;
}
