import type { Hints, RecognisedMistake } from '../../types';
import { chinese } from './chinese';
import { english, type MistakeWords } from './english';

export type { Change, MistakeWords, Trait } from './english';

/** Hints in every language. */
export function hintsOf(say: (words: MistakeWords) => Hints): Pick<RecognisedMistake, 'hints' | 'translations'> {
  return { hints: say(english), translations: { zh: say(chinese) } };
}

/** The introduction for two mistakes at once, before the first one's hint, by language. */
export const leads = { en: english.together, zh: chinese.together };
