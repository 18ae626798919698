import { type GraderProcess, runBatch, type BatchOutcome, type Preparation } from '../class/batch';
import type { QueuePlace } from '../class/queue';
import { keepJudging } from '../class/roster';
import type { Course } from '../pipeline/course';
import { isAtLeast, type Isolation } from '../pipeline/sandbox';
import { startBatchProgress, type BatchProgress } from './batchProgress';
import { Interrupted, UsageError } from './errors';
import type { Installation } from './installation';
import { gradeByQueue } from './gradeByQueue';
import { openCourse } from './openCourse';
import { openIsolation } from './openIsolation';
import { startGrader } from './startGrader';
import { abortOnSignal } from './abortOnSignal';
import { versions } from './versions';

/** From this many submissions per lane, the time saved on each exceeds the time for warming up. */
const minForWarm = 6;

export interface FolderToGrade {
  readonly course: Course;
  readonly directory: string;
  /** The caller must hold the lock. */
  readonly out: string;
  readonly preparation: Preparation;
  readonly resume: boolean;
  readonly roster?: string | undefined;
  /** Batches whose slip days count as used. */
  readonly after?: readonly string[] | undefined;
  /** Names of the submissions to grade; undefined for all. */
  readonly only?: readonly string[] | undefined;
  /** Concurrency: lanes here, or jobs in flight in the queue. */
  readonly jobs: number;
  /** Queue from which workers take submissions; undefined to grade here. */
  readonly queue?: QueuePlace | undefined;
  readonly quiet: boolean;
  readonly plain: boolean;
  /** Called once a result is on disk. */
  readonly onGraded?: (name: string) => void;
}

/** Grades a folder of submissions, shows progress, and shuts down in order on a signal. */
export async function gradeFolder(
  folder: FolderToGrade,
  installation: Installation,
): Promise<BatchOutcome & { readonly progress: BatchProgress }> {
  const { engine } = installation;
  const { course, preparation } = folder;
  const { scope, label, warning } = await openCourse(installation, course, preparation.seed);
  const progress = await startBatchProgress(folder);
  const { signal, end, received } = abortOnSignal();
  try {
    if (warning !== undefined && !folder.quiet) progress.warn(warning);
    const settings = {
      assignments: [...preparation.assignments],
      named: preparation.named,
      scope,
      seedLabel: label,
      secondsPerExercise: preparation.secondsPerExercise,
      ...versions(engine),
      course: keepJudging(course, preparation.assignments),
      isolation: preparation.isolation.level,
    };
    let toGrade = Infinity;
    const onBegin: BatchProgress['onBegin'] = (count, ...rest) => {
      toGrade = count;
      progress.onBegin(count, ...rest);
    };
    const startHere = (): GraderProcess =>
      startGrader(engine, {
        ...preparation,
        isShort: toGrade < minForWarm * folder.jobs && process.env.DESCENT_WARM !== '1',
      });
    const onEnd: BatchProgress['onEnd'] = (name, isGraded) => {
      progress.onEnd(name, isGraded);
      folder.onGraded?.(name);
    };
    const batch = { ...folder, roster: folder.roster, settings, signal, ...progress, onBegin, onEnd };
    const outcome =
      folder.queue === undefined
        ? await runBatch({ ...batch, start: startHere })
        : await gradeByQueue(
            { ...batch, place: folder.queue, preparation, startHere, warn: progress.warn },
            installation,
          );
    const interruption = received();
    if (interruption === undefined) return { ...outcome, progress };
    throw new Interrupted(
      `ended by ${interruption.name}: ${progress.counted()}; continue with --resume`,
      interruption.exitCode,
    );
  } finally {
    progress.stop();
    end();
  }
}

/** @throws UsageError where this machine can't isolate submissions as the course demands, unless that is allowed */
export function openRequiredIsolation(
  { minimumIsolation }: Course,
  isWeakAllowed: boolean,
  childCommand: readonly string[],
): Isolation {
  const isolation = openIsolation(childCommand);
  if (isWeakAllowed || isAtLeast(isolation.level, minimumIsolation)) return isolation;
  const why = isolation.why === '' ? '' : ` (${isolation.why})`;
  throw new UsageError(
    `submissions would run at isolation level ${isolation.level}, and the course demands ${minimumIsolation}${why}; \`grader doctor\` says how to get it, or give --allow-weak-isolation if you trust this class`,
  );
}
