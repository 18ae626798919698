import { cutSkeleton } from '../../cutSkeleton';

/** Joins lines. */
export const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The skeleton of a solution. */
export const cut = (...lines: readonly string[]): string => cutSkeleton(text(...lines), 'sample.ts');

/** A solution with one function to cut; `top` precedes it, `body` is part of its solution. */
export const around = ({
  top = [],
  body = [],
}: {
  top?: readonly string[];
  body?: readonly string[];
}): readonly string[] => [
  ...top,
  'export function step(w: number): number {',
  '  // BEGIN SOLUTION: return the new weight',
  ...body,
  '  return w;',
  '  // END SOLUTION',
  '}',
];

/** The skeleton of that function. */
export const cutStep: readonly string[] = [
  'export function step(w: number): number {',
  '  // TODO: return the new weight',
  "  throw new NotImplementedError('step');",
  '}',
];

export const imported = "import { NotImplementedError } from 'descent';";
