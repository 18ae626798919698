import { sample, type Arbitrary } from 'fast-check';

/** One input that something could not stand. */
export interface Crash {
  /** Which input of the run it was. */
  readonly index: number;
  readonly error: string;
}

export interface FuzzResult {
  readonly seed: number;
  readonly runs: number;
  readonly crashes: readonly Crash[];
  /** How often each outcome came; a run that only ever met one would test little. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowestMs: number;
}

/**
 * Gives `runs` random inputs to something that must never throw, neither at once nor later. The same seed gives the
 * same inputs.
 *
 * @param attempt - returns the name of what came of it; throws where it finds something wrong
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
    // What was left behind has its say, too.
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.off('unhandledRejection', note).off('uncaughtException', note);
  }
  return { seed, runs, crashes, outcomes, slowestMs };
}

function textOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error);
}
