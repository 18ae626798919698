import type { Grader } from '../batch';

/** Serializes the jobs of a grader. */
export function oneAtATime(grader: Grader): Grader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ready: grader.ready,
    get isAlive() {
      return grader.isAlive;
    },
    grade: (job) => {
      const graded = last.then(() => grader.grade(job));
      last = graded.catch(() => undefined);
      return graded;
    },
    close: () => grader.close(),
  };
}
