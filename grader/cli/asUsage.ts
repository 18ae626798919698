import { UsageError } from './errors';

/** By their names, since a student's copy has neither a batch nor a queue. */
const refusals = ['BatchRefusal', 'QueueRefusal'];

/** Runs a command; a batch or a queue that must not be touched as it was called is a wrong call. */
export async function asUsage(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw error instanceof Error && refusals.includes(error.name)
      ? new UsageError(error.message, { cause: error })
      : error;
  }
}
