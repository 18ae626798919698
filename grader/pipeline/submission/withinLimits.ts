import { readFileSync } from 'node:fs';
import { stop } from 'esbuild';

/** Files that take longer were written to do so; homework compiles in a hundredth of a second. */
const maxSeconds = 20;
/** More than the largest file needs. Constants that double each other would fill the machine's memory. */
const maxBytes = 2 ** 29;
const samplingMs = 25;
const pageBytes = 4096;
/** esbuild's message when its process has ended. */
const hasEnded = /^The service (was stopped|is no longer running)/;

/** The compiler's result, or why it ended; it then restarts with the next file. */
export type Limited<T> =
  { readonly status: 'done'; readonly result: T } | { readonly status: 'ended'; readonly reason: string };

/**
 * Runs esbuild on a submission's files, within limits of time and, on Linux, memory.
 *
 * @throws what esbuild throws, unless its process has ended
 */
export async function withinLimits<T>(work: () => Promise<T>): Promise<Limited<T>> {
  const before = residentBytes() ?? 0;
  const timers: NodeJS.Timeout[] = [];
  const ended = new Promise<Limited<T>>((resolve) => {
    const end = (reason: string): void => resolve({ status: 'ended', reason });
    timers.push(setTimeout(() => end(`compiling it takes longer than ${maxSeconds} s`), maxSeconds * 1000));
    timers.push(
      setInterval(() => {
        if ((residentBytes() ?? 0) - before > maxBytes) end(`compiling it takes more than ${maxBytes / 2 ** 20} MB`);
      }, samplingMs),
    );
  });
  const working = work().then(
    (result): Limited<T> => ({ status: 'done', result }),
    (error: unknown): Limited<T> => {
      if (!(error instanceof Error) || !hasEnded.test(error.message)) throw error;
      return { status: 'ended', reason: 'the compiler crashes on it' };
    },
  );
  // Its result after being stopped is irrelevant.
  working.catch(() => undefined);
  try {
    const limited = await Promise.race([working, ended]);
    if (limited.status === 'ended') await stop();
    return limited;
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

/** The memory of esbuild's process; undefined if unknown, or if there is no such process. */
function residentBytes(): number | undefined {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ');
    const own = children.find(
      (pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--service='),
    );
    return own === undefined ? undefined : Number(readFileSync(`/proc/${own}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return undefined;
  }
}
