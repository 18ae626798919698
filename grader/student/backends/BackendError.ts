/** The requested backend is not available; the message says why, and what to do. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
}
