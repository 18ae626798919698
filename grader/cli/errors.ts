import { CommanderError } from 'commander';

/** The call is wrong: a sentence that says what, and what to do next. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Tells the user, and returns the exit code: 0 fine, 1 it could not be finished, 2 the call is wrong. */
export function reportError(error: unknown): 0 | 1 | 2 {
  // commander has printed its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (process.env.DEBUG === 'grader') console.error(error);
  else console.error(`grader: ${error instanceof Error ? error.message : String(error)}`);
  return error instanceof UsageError ? 2 : 1;
}
