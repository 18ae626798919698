import { inLanguage, type Said } from './inLanguage';

/** Missing or damaged data, with an actionable message. */
export class DataError extends Error {
  override readonly name = 'DataError';

  constructor(said: string | Said, options?: ErrorOptions) {
    super(typeof said === 'string' ? said : inLanguage(said), options);
  }
}

/** The code of any thrown value, such as `ENOENT`; an error of Node is not always `instanceof Error`. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The message of any thrown value. */
export function reasonOf(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' && message !== '' ? message : (codeOf(error) ?? String(error));
}
