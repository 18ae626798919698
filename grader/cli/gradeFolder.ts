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
import { untilSignal } from './untilSignal';
import { versions } from './versions';

/** So many submissions of a lane take as long as warming up does, by what each of them takes less. */
const fewestForWarm = 6;

export interface FolderToGrade {
  readonly course: Course;
  readonly directory: string;
  /** Must be locked. */
  readonly out: string;
  readonly preparation: Preparation;
  readonly resume: boolean;
  readonly roster?: string | undefined;
  /** Batches whose slip days count here. */
  readonly after?: readonly string[] | undefined;
  /** Names of those to grade; undefined for all. */
  readonly only?: readonly string[] | undefined;
  /** How many at once: here, or on their way through the queue. */
  readonly jobs: number;
  /** Where workers take the submissions from; undefined to grade them here. */
  readonly queue?: QueuePlace | undefined;
  readonly quiet: boolean;
  readonly plain: boolean;
  /** Once the result of one is on disk. */
  readonly onGraded?: (name: string) => void;
}

/**
 * Grades a folder of submissions, shows how far it is, and ends in order when it is asked to.
 *
 * @throws Interrupted if a signal ended it
 */
export async function gradeFolder(
  folder: FolderToGrade,
  installation: Installation,
): Promise<BatchOutcome & { readonly progress: BatchProgress }> {
  const { engine } = installation;
  const { course, preparation, quiet, plain } = folder;
  const { scope, label, warning } = await openCourse(installation, course, preparation.seed);
  const progress = await startBatchProgress({ silent: quiet, plain });
  const { signal, end, received } = untilSignal();
  try {
    if (warning !== undefined && !quiet) progress.warn(warning);
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
        isShort: toGrade < fewestForWarm * folder.jobs && process.env.DESCENT_WARM !== '1',
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
      `ended by ${interruption.name}: ${progress.counted()}; go on with --resume`,
      interruption.exitCode,
    );
  } finally {
    progress.stop();
    end();
  }
}

/** @throws UsageError where this machine can't isolate submissions as the course demands, unless that is allowed */
export function openStrongEnough(
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
