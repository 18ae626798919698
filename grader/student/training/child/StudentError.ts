import type { StudentProblem } from '../messages';

/** Something is wrong with one of the student's functions. */
export class StudentError extends Error {
  override readonly name = 'StudentError';

  constructor(readonly problem: StudentProblem) {
    super(problem.status);
  }
}

/** Ends a training from within: thrown through the student's trainer, which can't be stopped otherwise. */
export class TrainingEnd extends Error {
  override readonly name = 'TrainingEnd';
}
