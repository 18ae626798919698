import { runBatch, type BatchOutcome, type Grader, type Preparation } from '../class/batch';
import { Coordinator, outIdOf, type QueuePlace } from '../class/queue';
import { languageOf } from '../pipeline/report';
import type { Installation } from './installation';
import { proofOf } from './proofOf';
import { startGrader } from './startGrader';

type Batch = Parameters<typeof runBatch>[0];

export interface QueuedBatch extends Omit<Batch, 'start' | 'jobs' | 'isSpread'> {
  readonly place: QueuePlace;
  readonly preparation: Preparation;
  readonly startHere: () => Grader;
  readonly warn: (what: string) => void;
}

/** Enough that workers never wait for a job, and little enough for any Redis. */
const maxInFlight = 512;

/** Grades a class like `runBatch`, with workers on other machines. */
export async function gradeByQueue(batch: QueuedBatch, installation: Installation): Promise<BatchOutcome> {
  const { place, preparation, startHere, warn, settings, onBegin, onEnd } = batch;
  const { assignments, named, secondsPerExercise, isolation } = preparation;
  const { language } = languageOf(process.env);
  // Only asked for the checks' fingerprint, so it doesn't warm up.
  const first = startGrader(installation.engine, { ...preparation, isShort: true });
  const prepared = await first.ready.finally(() => first.close());
  const coordinator = await Coordinator.open({
    ...place,
    out: await outIdOf(batch.out),
    stamp: {
      ...proofOf(installation, { scope: settings.scope, seedLabel: settings.seedLabel, isolation: isolation.level }),
      order: { assignments: [...assignments], named, secondsPerExercise, language },
      specHashes: { ...prepared.specHashes },
    },
    prepared,
    startHere,
    warn,
  });
  let isDone = false;
  try {
    const outcome = await runBatch({
      ...batch,
      jobs: maxInFlight,
      isSpread: true,
      start: () => coordinator.grader(),
      onBegin: (toGrade, ...rest) => {
        coordinator.begin(toGrade);
        onBegin?.(toGrade, ...rest);
      },
      // The coordinator can't tell which of the jobs in flight is running.
      onStart: () => undefined,
      onEnd: (name, isGraded) => {
        coordinator.settle(name);
        onEnd?.(name, isGraded);
      },
    });
    isDone = !batch.signal.aborted;
    return outcome;
  } finally {
    await coordinator.close(isDone);
  }
}
