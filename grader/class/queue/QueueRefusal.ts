/** A queue that must not be used as it was called: a sentence that says why, and what to do. */
export class QueueRefusal extends Error {
  override readonly name = 'QueueRefusal';
}
