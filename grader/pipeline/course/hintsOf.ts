import type { KnownMistake } from '../types';
import { nearest } from '../words/didYouMean';
import type { AssignmentSpec } from './spec/spec';

export type MistakeHints = Pick<KnownMistake, 'hints' | 'translations'>;

/**
 * An author's hints for one mistake, in every available language: where one is missing, students read English, and
 * `validate` asks for it before the assignment is published.
 *
 * @throws if there is no English
 */
export function hintsOf(spec: AssignmentSpec, exercise: string, mistake: string): MistakeHints {
  const { id, hints, translations } = spec;
  const english = hints[exercise]?.[mistake];
  if (english === undefined)
    throw new Error(
      `${exercise}: the mistake ${mistake} has no hints; write three in solutions/${id}/hints.en.yaml${misspelt(spec, exercise, mistake)}`,
    );
  const chinese = translations?.zh[exercise]?.[mistake];
  return chinese === undefined ? { hints: english } : { hints: english, translations: { zh: chinese } };
}

/** A similar name in the file that is no exercise or mistake. */
function misspelt({ hints, exercises }: AssignmentSpec, exercise: string, mistake: string): string {
  const written = hints[exercise];
  const known = exercises.flatMap(({ name, mistakes }) =>
    written === undefined ? [name] : name === exercise ? mistakes.map((one) => one.id) : [],
  );
  const unknown = Object.keys(written ?? hints).filter((name) => !known.includes(name));
  const near = nearest(written === undefined ? exercise : mistake, unknown);
  return near === undefined ? '' : `, or rename ${near} there`;
}
