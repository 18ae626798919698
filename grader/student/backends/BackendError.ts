/** The backend that was asked for can't be had: a sentence that says why, and what to do. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
}
