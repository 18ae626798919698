/** An error whose stack is its message: Jest shows stacks, which would point into the grader instead of the mistake. */
export function messageOnly(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
