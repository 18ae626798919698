import { UsageError } from './errors';

/** Compared by name, because a student's copy ships neither class. */
const refusals = ['BatchRefusal', 'QueueRefusal'];

/** Runs a command and reports a refusal by the batch or the queue as a usage error. */
export async function asUsage(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw error instanceof Error && refusals.includes(error.name)
      ? new UsageError(error.message, { cause: error })
      : error;
  }
}
