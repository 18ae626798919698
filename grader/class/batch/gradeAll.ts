import { setMaxListeners } from 'node:events';
import { groupIdentical } from './groupIdentical';
import type { ClassEntry } from './findSubmissions';
import { jsonText } from '../../files';
import { Overrun, type Graded, type Grader, type OverrunOf, type Prepared } from './grader';

export interface GradeAllOptions {
  readonly submissions: readonly ClassEntry[];
  /** Number of lanes. */
  readonly jobs: number;
  readonly start: () => Grader;
  /** Whether identical submissions can go to any lane, because graders share no cache anyway. */
  readonly isSpread?: boolean;
  /** Called before the first submission is graded, even if there is none. @throws if none must be graded */
  readonly begin: (prepared: Prepared) => Promise<void>;
  /** @throws if results can't be written any more */
  readonly write: (name: string, text: string) => Promise<void>;
  readonly onStart?: (name: string) => void;
  readonly onEnd?: (name: string, isGraded: boolean) => void;
  readonly signal: AbortSignal;
}

/** Names of the submissions that could not be graded because of a failure of ours. */
export type NotGraded = readonly string[];

/**
 * Grades submissions in parallel lanes, and writes each result as soon as it is ready. A submission that fails because
 * of us is retried at the end, alone, and then reported as not graded.
 *
 * @throws if no grader starts, or a result can't be written; results written before stay
 */
export async function gradeAll(options: GradeAllOptions): Promise<NotGraded> {
  const { submissions, jobs, isSpread = false } = options;
  const first = options.start();
  // All start at once, since getting ready keeps only one processor busy for each.
  const graders = [first, ...(isSpread ? [] : submissions.slice(1, jobs).map(() => options.start()))];
  try {
    // Runs while the graders get ready.
    const grouping = isSpread ? submissions.map((one) => [one]) : groupIdentical(submissions);
    const prepared = await orAbort(first.ready, options.signal);
    if (prepared === undefined) return [];
    await options.begin(prepared);
    const queue = [...(await grouping)];
    const failed: ClassEntry[] = [];
    const stop = new AbortController();
    const { signal } = stop;
    // Each lane adds a listener, and a queue has hundreds of lanes.
    setMaxListeners(0, signal, options.signal);
    options.signal.addEventListener('abort', () => stop.abort(), { once: true });
    if (options.signal.aborted) stop.abort();
    // Where several are alike there are fewer lanes than graders.
    graders.splice(queue.length).forEach((grader) => grader.close());
    const lanes = Array.from({ length: Math.min(jobs, queue.length) }, (_, lane) =>
      runLane({ ...options, signal, queue, failed, grader: graders[lane] }).catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    );
    const ends = await Promise.allSettled(lanes);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return await retryApart(failed, prepared, options);
  } finally {
    graders.forEach((grader) => grader.close());
  }
}

interface Lane extends GradeAllOptions {
  /** Groups of identical submissions, each taken by one lane; see `groupIdentical`. */
  readonly queue: (readonly ClassEntry[])[];
  readonly failed: ClassEntry[];
  readonly grader: Grader | undefined;
}

async function runLane({ queue, failed, grader, start, write, onStart, onEnd, signal }: Lane): Promise<void> {
  let current = grader ?? start();
  // The next submission is graded while one is written.
  let writing = Promise.resolve();
  try {
    for (const one of inTurn(queue)) {
      if (signal.aborted) return;
      if (!current.isAlive) {
        current.close();
        current = start();
      }
      onStart?.(one.name);
      const graded = await attempt(current, { ...one, alone: false }, signal);
      if (graded === undefined) return;
      if (graded.status === 'failed') {
        failed.push(one);
        continue;
      }
      await writing;
      writing = write(one.name, graded.text).then(() => onEnd?.(one.name, true));
      // Awaited before the next write; until then a rejection must not be unhandled.
      writing.catch(() => undefined);
    }
  } finally {
    current.close();
    await writing;
  }
}

function* inTurn(queue: (readonly ClassEntry[])[]): Generator<ClassEntry, void> {
  for (let alike = queue.shift(); alike !== undefined; alike = queue.shift()) yield* alike;
}

async function retryApart(
  failed: readonly ClassEntry[],
  prepared: Prepared,
  options: GradeAllOptions,
): Promise<NotGraded> {
  const notGraded: string[] = [];
  for (const one of failed) {
    if (options.signal.aborted) break;
    options.onStart?.(one.name);
    const graded = await attemptApart(one, options);
    if (graded === undefined) break;
    const isComplete = graded.status === 'graded' && graded.isComplete;
    await options.write(one.name, graded.status === 'graded' ? graded.text : ungraded(one, prepared, graded.reason));
    if (!isComplete) notGraded.push(one.name);
    options.onEnd?.(one.name, isComplete);
  }
  return notGraded;
}

/** Runs alone in a new grader, and in another one for the rest if an assignment overruns. */
async function attemptApart(
  one: ClassEntry,
  { start, signal }: Pick<GradeAllOptions, 'start' | 'signal'>,
): Promise<Attempt | undefined> {
  let overruns: readonly OverrunOf[] = [];
  for (;;) {
    const grader = start();
    try {
      const graded = await attempt(grader, { ...one, alone: true, overruns }, signal);
      if (graded?.status !== 'failed' || graded.overrun === undefined) return graded;
      // Stops if the grader overran at an assignment that it was told to skip; it would do so again.
      if (overruns.some(({ assignment }) => assignment === graded.overrun?.assignment)) return graded;
      overruns = [...overruns, graded.overrun];
    } finally {
      grader.close();
    }
  }
}

type Attempt =
  | ({ readonly status: 'graded' } & Graded)
  | { readonly status: 'failed'; readonly reason: string; readonly overrun?: OverrunOf };

/** Undefined if the batch is to end; a reason if the grader failed. */
async function attempt(
  grader: Grader,
  job: Parameters<Grader['grade']>[0],
  signal: AbortSignal,
): Promise<Attempt | undefined> {
  try {
    const graded = await orAbort(grader.grade(job), signal);
    return graded && { status: 'graded', ...graded };
  } catch (error) {
    if (signal.aborted) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof Overrun) || error.assignment === undefined) return { status: 'failed', reason };
    return { status: 'failed', reason, overrun: { assignment: error.assignment, outcome: error.outcome } };
  }
}

/** Resolves with the promise's value, or with undefined as soon as the signal is aborted. */
async function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let end: () => void = () => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    end = () => resolve(undefined);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', end);
    promise.catch(() => undefined);
  }
}

/** The result for a submission on which the grader itself failed. */
function ungraded({ name, entry }: ClassEntry, { ungraded: empty }: Prepared, reason: string): string {
  const assignments = empty.assignments.map((assignment) => ({
    ...assignment,
    message: `${assignment.message.trimEnd()}\n${reason}`,
  }));
  return jsonText({ ...empty, submission: name, entry, contentHash: '', assignments });
}
