import { sample, type Arbitrary } from 'fast-check';

/** An input that caused an error. */
export interface Crash {
  /** The input's position in the run. */
  readonly index: number;
  readonly error: string;
}

export interface FuzzResult {
  readonly seed: number;
  readonly runs: number;
  readonly crashes: readonly Crash[];
  /** Counts by outcome; a run with a single outcome would test little. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowestMs: number;
}

/**
 * Calls `attempt` with `runs` random inputs, and records errors, including later ones. The seed determines the inputs.
 *
 * @param attempt - returns the name of the outcome; throws if it is wrong
 */
export async function runFuzz<T>(
  inputs: Arbitrary<T>,
  attempt: (input: T) => Promise<string>,
  { runs, seed }: { runs: number; seed: number },
): Promise<FuzzResult> {
  const crashes: Crash[] = [];
  const outcomes: Record<string, number> = {};
  let index = 0;
  let slowestMs = 0;
  const note = (error: unknown): void => void crashes.push({ index, error: textOf(error) });
  process.on('unhandledRejection', note).on('uncaughtException', note);
  try {
    for (const input of sample(inputs, { numRuns: runs, seed })) {
      const begin = performance.now();
      try {
        const outcome = await attempt(input);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      } catch (error) {
        note(error);
      }
      slowestMs = Math.max(slowestMs, performance.now() - begin);
      index += 1;
    }
    // Wait for late errors.
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.off('unhandledRejection', note).off('uncaughtException', note);
  }
  return { seed, runs, crashes, outcomes, slowestMs };
}

function textOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error);
}
