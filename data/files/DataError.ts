import { inLanguage, type Said } from './inLanguage';

/** Data that is missing or damaged, said in a way that its reader can act on. */
export class DataError extends Error {
  override readonly name = 'DataError';

  constructor(said: string | Said, options?: ErrorOptions) {
    super(typeof said === 'string' ? said : inLanguage(said), options);
  }
}

/** `ENOENT` and its like, of whatever was thrown; an error of Node is not always `instanceof Error`. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** What was thrown, in its own words. */
export function reasonOf(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' && message !== '' ? message : (codeOf(error) ?? String(error));
}
