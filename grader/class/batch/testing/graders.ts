import type { SubmissionResult } from '../../../pipeline/report';
import type { ClassEntry } from '../findSubmissions';
import { gradeAll, type GradeAllOptions } from '../gradeAll';
import type { Graded, Grader, Job, Prepared } from '../grader';
import { madeResult } from './madeResult';

/** The result of `03-losses` when nothing could be graded. */
export function ungraded(message: string): SubmissionResult {
  const { assignments, ...result } = madeResult('', {}, {}, 'infrastructure');
  return { ...result, assignments: assignments.map((one) => ({ ...one, message })) };
}

export const prepared: Prepared = {
  specHashes: { '03-losses': 'abc' },
  ungraded: ungraded('could not be graded'),
  maxSeconds: 1,
};
export const entries = (...names: string[]): ClassEntry[] =>
  names.map((name) => ({ name, entry: name, path: name, problem: undefined }));

/** In-process graders that call `grade` for each job. */
export function graders(grade: (job: Job, grader: number) => Graded | Promise<Graded>): {
  readonly start: () => Grader;
  readonly closed: () => number;
  readonly started: () => number;
} {
  let [started, closed] = [0, 0];
  const start = (): Grader => {
    const id = (started += 1);
    let [isAlive, isClosed] = [true, false];
    return {
      ready: Promise.resolve(prepared),
      get isAlive() {
        return isAlive;
      },
      grade: async (job) => {
        try {
          return await grade(job, id);
        } catch (error) {
          isAlive = (error as Error).message !== 'dead';
          throw error;
        }
      },
      close: () => {
        if (!isClosed) closed += 1;
        isClosed = true;
      },
    };
  };
  return { start, closed: () => closed, started: () => started };
}

export async function run(
  names: readonly string[],
  { start }: Pick<GradeAllOptions, 'start'>,
  more: Partial<GradeAllOptions> = {},
): Promise<{ readonly written: Map<string, string>; readonly notGraded: readonly string[] }> {
  const written = new Map<string, string>();
  const notGraded = await gradeAll({
    submissions: entries(...names),
    jobs: 2,
    start,
    begin: () => Promise.resolve(),
    write: (name, text) => Promise.resolve(void written.set(name, text)),
    signal: new AbortController().signal,
    ...more,
  });
  return { written, notGraded };
}

export const fine = ({ name }: Job): Graded => ({ text: `result of ${name}`, isComplete: true });
