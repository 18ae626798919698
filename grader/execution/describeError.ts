import type { ThrownError } from './evaluation';

const longestText = 4_000;

/** What was thrown, whatever it was, as text of bounded length. */
export function describeError(error: unknown): ThrownError {
  const part = (read: () => unknown): string => {
    try {
      const value = read();
      return (typeof value === 'string' ? value : value === undefined ? '' : `${value as string}`).slice(
        0,
        longestText,
      );
    } catch {
      return '';
    }
  };
  if (typeof error !== 'object' || error === null) {
    return { name: 'a thrown value', message: part(() => error), exercise: undefined, stack: '', place: undefined };
  }
  // Any of them may be a getter that throws.
  const thrown = error as Readonly<Record<'name' | 'message' | 'stack' | 'exercise', unknown>>;
  const exercise = part(() => thrown.exercise);
  return {
    name: part(() => thrown.name) || 'Error',
    message: part(() => thrown.message),
    exercise: exercise === '' ? undefined : exercise,
    stack: part(() => thrown.stack),
    place: undefined,
  };
}
