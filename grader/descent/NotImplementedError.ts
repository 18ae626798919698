/** Thrown by a function of a skeleton until it is written. The grader recognises it by `name` and `exercise`. */
export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError';

  /** @param exercise - name of the function that is still to do */
  constructor(readonly exercise: string) {
    super(`${exercise} is not implemented yet`);
  }
}
