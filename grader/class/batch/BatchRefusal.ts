/** The batch can't run as it was called. The message says why, and what to do. */
export class BatchRefusal extends Error {
  override readonly name = 'BatchRefusal';
}
