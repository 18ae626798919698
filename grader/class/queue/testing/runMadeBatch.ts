import { mkdirSync } from 'node:fs';
import { readSettings } from '../../batch/settings';
import { runBatch } from '../../batch/runBatch';
import { Coordinator } from '../Coordinator';
import type { Timing } from '../job';
import type { QueuePlace } from '../openRedis';
import { outIdOf } from '../outIdOf';
import { madeGrader, madePrepared } from './madeGrader';
import { madeStamp } from './madeStamp';

export interface MadePlace extends QueuePlace {
  readonly timing: Timing;
}

export interface MadeBatch extends MadePlace {
  readonly directory: string;
  readonly out: string;
  /** The log of submissions that are graded in this process. */
  readonly log: string;
  /** Receives each warning. */
  readonly warnings?: string[];
  /** Ends the batch early. */
  readonly signal?: AbortSignal;
}

export interface MadeBatchEnd {
  readonly notGraded: readonly string[];
  readonly warnings: readonly string[];
  /** The number of writes of each result. */
  readonly written: ReadonlyMap<string, number>;
}

/** Grades a folder through the queue, and resumes if `out` contains a batch. */
export async function runMadeBatch({
  directory,
  out,
  log,
  warnings = [],
  signal,
  ...place
}: MadeBatch): Promise<MadeBatchEnd> {
  const written = new Map<string, number>();
  mkdirSync(out, { recursive: true });
  const coordinator = await Coordinator.open({
    ...place,
    out: await outIdOf(out),
    stamp: madeStamp,
    prepared: madePrepared,
    startHere: () => madeGrader(log),
    warn: (what) => warnings.push(what),
  });
  const { graderVersion, node, tfjs, isolation, scope, seedLabel } = madeStamp;
  const versions = { graderVersion, node, tfjs, isolation, scope, seedLabel };
  try {
    const { notGraded } = await runBatch({
      directory,
      out,
      roster: undefined,
      resume: (await readSettings(out)) !== undefined,
      settings: { ...versions, assignments: ['03-losses'], named: true, secondsPerExercise: 20 },
      jobs: 64,
      start: () => coordinator.grader(),
      signal: signal ?? new AbortController().signal,
      onEnd: (name) => {
        written.set(name, (written.get(name) ?? 0) + 1);
        coordinator.settle(name);
      },
    });
    return { notGraded, warnings, written };
  } finally {
    await coordinator.close(true);
  }
}
