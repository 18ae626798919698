import type { ThrownError } from './evaluation';

const longestText = 4_000;
const maxLines = 200;

/** Frames in which a submission's own line may stand; in Jest it has its file's name, in the sandbox this one. */
const ownFrame = /submission\.js:|[/\\](?:assignments|solutions)[/\\]/;

/** A stack that is too long to be kept, by the frames that have a place. */
function ownFrames(stack: unknown): unknown {
  if (typeof stack !== 'string' || stack.length <= longestText) return stack;
  return stack
    .split('\n', maxLines)
    .filter((line) => ownFrame.test(line) && /^\s*at /.test(line))
    .join('\n');
}

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
    stack: part(() => ownFrames(thrown.stack)),
    place: undefined,
  };
}
