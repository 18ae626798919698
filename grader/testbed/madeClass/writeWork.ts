import type { WrongTurn } from './wrongTurns';

/** What a student has made of an exercise: all right, still to do, or a known mistake. */
export type Attempt = 'right' | 'todo' | WrongTurn;

const region = (exercise: string): RegExp =>
  new RegExp(
    String.raw`(export function ${exercise}\b[\s\S]*?\n  // BEGIN SOLUTION:[^\n]*\n)([\s\S]*?)(\n  // END SOLUTION)`,
  );

/** Names of the functions of a solution that are to be written, in order. */
export function exercisesIn(solution: string): readonly string[] {
  return [...solution.matchAll(/^export function (\w+)[\s\S]*?\/\/ BEGIN SOLUTION/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

/**
 * A student's file: the solution, with some functions still to do and some wrong.
 *
 * @throws if the solution no longer has the words that a mistake changes
 */
export function writeWork(solution: string, attempts: ReadonlyMap<string, Attempt>): string {
  let text = solution;
  let hasTodo = false;
  for (const [exercise, attempt] of attempts) {
    if (attempt === 'right') continue;
    const [whole, before = '', body = '', after = ''] = region(exercise).exec(text) ?? [];
    if (whole === undefined) throw new Error(`the solution has no function ${exercise} between its markers`);
    hasTodo ||= attempt === 'todo';
    text = text.replace(
      whole,
      () =>
        before +
        (attempt === 'todo' ? `  throw new NotImplementedError('${exercise}');` : wrongBody(body, attempt)) +
        after,
    );
  }
  const withoutMarkers = text.replace(/^ {2}\/\/ (?:BEGIN|END) SOLUTION.*\n/gm, '');
  return hasTodo ? `import { NotImplementedError } from 'descent';\n${withoutMarkers}` : withoutMarkers;
}

function wrongBody(body: string, { exercise, mistake, right, wrong }: WrongTurn): string {
  if (body.split(right).length !== 2)
    throw new Error(
      `"${right}" does not stand exactly once in the solution of ${exercise}; repair its mistake ${mistake}`,
    );
  return body.replace(right, () => wrong);
}
