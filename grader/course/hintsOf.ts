import type { KnownMistake } from '../types';
import type { AssignmentSpec } from './author/spec';

export type MistakeHints = Pick<KnownMistake, 'hints' | 'translations'>;

/**
 * What an author wrote about one mistake, in every language that the assignment speaks.
 *
 * @throws if a language lacks it
 */
export function hintsOf({ hints, translations }: AssignmentSpec, exercise: string, mistake: string): MistakeHints {
  const english = hints[exercise]?.[mistake];
  if (english === undefined) throw new Error(`${exercise}: the mistake ${mistake} has no hints`);
  if (translations === undefined) return { hints: english };
  const chinese = translations.zh[exercise]?.[mistake];
  if (chinese === undefined) throw new Error(`${exercise}: the mistake ${mistake} has no hints in zh`);
  return { hints: english, translations: { zh: chinese } };
}
