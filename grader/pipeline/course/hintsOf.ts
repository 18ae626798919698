import type { KnownMistake } from '../types';
import type { AssignmentSpec } from './spec/spec';

export type MistakeHints = Pick<KnownMistake, 'hints' | 'translations'>;

/**
 * What an author wrote about one mistake, in every language that the assignment speaks.
 *
 * @throws if a language lacks it
 */
export function hintsOf({ id, hints, translations }: AssignmentSpec, exercise: string, mistake: string): MistakeHints {
  const missing = (where: string, language: string): Error =>
    new Error(
      `${exercise}: the mistake ${mistake} has no hints${where}; write three in solutions/${id}/hints.${language}.yaml`,
    );
  const english = hints[exercise]?.[mistake];
  if (english === undefined) throw missing('', 'en');
  if (translations === undefined) return { hints: english };
  const chinese = translations.zh[exercise]?.[mistake];
  if (chinese === undefined) throw missing(' in zh', 'zh');
  return { hints: english, translations: { zh: chinese } };
}
