import type { KnownMistake } from '../types';
import type { AssignmentSpec } from './spec/spec';

export type MistakeHints = Pick<KnownMistake, 'hints' | 'translations'>;

/**
 * An author's hints for one mistake, in every available language: where one is missing, students read English, and
 * `validate` asks for it before the assignment is published.
 *
 * @throws if there is no English
 */
export function hintsOf({ id, hints, translations }: AssignmentSpec, exercise: string, mistake: string): MistakeHints {
  const english = hints[exercise]?.[mistake];
  if (english === undefined)
    throw new Error(`${exercise}: the mistake ${mistake} has no hints; write three in solutions/${id}/hints.en.yaml`);
  const chinese = translations?.zh[exercise]?.[mistake];
  return chinese === undefined ? { hints: english } : { hints: english, translations: { zh: chinese } };
}
