import { CommanderError } from 'commander';
import { printNote } from './printLines';

/** The call is wrong: a sentence that says what, and what to do next. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Somebody ended it: a sentence that says what is done and how to go on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    message: string,
    /** As shells have it: 128 and the signal's number. */
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/**
 * Tells the user, and returns the exit code: 0 fine, 1 it could not be finished, 2 the call is wrong, 128 + n it was
 * ended by signal n.
 */
export function reportError(error: unknown): number {
  // commander has printed its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (process.env.DEBUG === 'grader') console.error(error);
  else printNote(error instanceof Error ? error.message : String(error));
  if (error instanceof Interrupted) return error.exitCode;
  return error instanceof UsageError ? 2 : 1;
}
