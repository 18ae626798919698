import { setMaxListeners } from 'node:events';
import { alikeTogether } from './alikeTogether';
import type { ClassEntry } from './findSubmissions';
import { jsonText } from '../../files';
import { Overrun, type Graded, type Grader, type OverrunOf, type Prepared } from './grader';

export interface GradeAllOptions {
  readonly submissions: readonly ClassEntry[];
  /** How many at once. */
  readonly jobs: number;
  readonly start: () => Grader;
  /** Whether what is alike goes to whoever is free, since graders remember nothing for one another. */
  readonly isSpread?: boolean;
  /** Before any is graded, also if there are none to grade. @throws if they must not be */
  readonly begin: (prepared: Prepared) => Promise<void>;
  /** @throws if nothing more can be written */
  readonly write: (name: string, text: string) => Promise<void>;
  readonly onStart?: (name: string) => void;
  readonly onEnd?: (name: string, isGraded: boolean) => void;
  readonly signal: AbortSignal;
}

/** Names of those that could not be graded, for reasons of ours. */
export type NotGraded = readonly string[];

/**
 * Grades submissions side by side, each result written as soon as it is there. What fails for reasons of ours is tried
 * once more at the end, with nothing beside it, and is then reported as not graded.
 *
 * @throws if no grader can be had, or a result can't be written; what was written stays
 */
export async function gradeAll(options: GradeAllOptions): Promise<NotGraded> {
  const { submissions, jobs } = options;
  const first = options.start();
  try {
    // Looked at while the first grader gets ready.
    const looking = options.isSpread === true ? submissions.map((one) => [one]) : alikeTogether(submissions);
    const prepared = await orAbort(first.ready, options.signal);
    if (prepared === undefined) return [];
    await options.begin(prepared);
    const queue = [...(await looking)];
    const failed: ClassEntry[] = [];
    const stop = new AbortController();
    const { signal } = stop;
    // Each lane listens, and a queue has hundreds of them.
    setMaxListeners(0, signal, options.signal);
    options.signal.addEventListener('abort', () => stop.abort(), { once: true });
    if (options.signal.aborted) stop.abort();
    const lanes = Array.from({ length: Math.min(jobs, queue.length) }, (_, lane) =>
      runLane({ ...options, signal, queue, failed, grader: lane === 0 ? first : undefined }).catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    );
    const ends = await Promise.allSettled(lanes);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return await retryApart(failed, prepared, options);
  } finally {
    first.close();
  }
}

interface Lane extends GradeAllOptions {
  /** Each lane takes what is alike at once; see `alikeTogether`. */
  readonly queue: (readonly ClassEntry[])[];
  readonly failed: ClassEntry[];
  readonly grader: Grader | undefined;
}

async function runLane({ queue, failed, grader, start, write, onStart, onEnd, signal }: Lane): Promise<void> {
  let current = grader ?? start();
  // The next is graded while one is written.
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
      // It is waited for before the next; until then no one hears that it failed.
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

/** In a grader of its own; in another for the rest, where one assignment uses up a grader. */
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
      // Told not to begin it, a grader that does all the same would do so for ever.
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

/** undefined if the batch is to end; the reason where the grader failed. */
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

/** What a promise gives; undefined as soon as the batch is to end. */
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

/** The result of a submission on which the grader itself failed. */
function ungraded({ name, entry }: ClassEntry, { ungraded: empty }: Prepared, reason: string): string {
  const assignments = empty.assignments.map((assignment) => ({
    ...assignment,
    message: `${assignment.message.trimEnd()}\n${reason}`,
  }));
  return jsonText({ ...empty, submission: name, entry, contentHash: '', assignments });
}
