/** A batch that must not run as it was called: a sentence that says why, and what to do. */
export class BatchRefusal extends Error {
  override readonly name = 'BatchRefusal';
}
