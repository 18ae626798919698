import type { MistakeEdit } from './mistakeEdits';

/** A student's attempt at an exercise: right, still to do, or with a known mistake. */
export type Attempt = 'right' | 'todo' | MistakeEdit;

const region = (exercise: string): RegExp =>
  new RegExp(
    String.raw`(export function ${exercise}\b[\s\S]*?\n  // BEGIN SOLUTION:[^\n]*\n)([\s\S]*?)(\n  // END SOLUTION)`,
  );

/** The exercises of a solution, in order. */
export function exercisesIn(solution: string): readonly string[] {
  return [...solution.matchAll(/^export function (\w+)[\s\S]*?\/\/ BEGIN SOLUTION/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

/**
 * Writes a student's file: the solution, with some functions still to do and some wrong.
 *
 * @throws if the solution does not contain the text of an edit exactly once
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

function wrongBody(body: string, { exercise, mistake, right, wrong }: MistakeEdit): string {
  if (body.split(right).length !== 2)
    throw new Error(
      `"${right}" must appear exactly once in the solution of ${exercise}; repair its edit for ${mistake}`,
    );
  return body.replace(right, () => wrong);
}
