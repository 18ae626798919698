import type { ThrownError } from './evaluation';

const longestText = 4_000;
const maxLines = 200;

/** Frames that can be the submission's own: in Jest they show its file's name, in the sandbox this one. */
const ownFrame = /submission\.js:|[/\\](?:assignments|solutions)[/\\]/;

/** Reduces a stack that is too long to the frames in the submission's own files. */
function ownFrames(stack: unknown): unknown {
  if (typeof stack !== 'string' || stack.length <= longestText) return stack;
  return stack
    .split('\n', maxLines)
    .filter((line) => ownFrame.test(line) && /^\s*at /.test(line))
    .join('\n');
}

/** Describes anything that was thrown, as text of bounded length. */
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
  // Any of these can be a getter that throws.
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
