/** An invalid queue option. The message gives the reason and the fix. */
export class QueueRefusal extends Error {
  override readonly name = 'QueueRefusal';
}
