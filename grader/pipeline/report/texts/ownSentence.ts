import { checkKinds } from '../../checks/kinds';
import type { CommonFinding, Finding, Language } from '../../types';
import type { Lines } from '../../words/english';

type Sentences = Readonly<Record<string, (found: Finding, common: (finding: CommonFinding) => Lines) => Lines>>;

/** The text of a finding that only one kind of check has; undefined for one that all kinds share. */
export function ownSentence(
  found: Finding,
  language: Language,
  common: (finding: CommonFinding) => Lines,
): Lines | undefined {
  for (const { texts } of Object.values(checkKinds)) {
    const sentences = texts[language].findings as Sentences;
    if (Object.hasOwn(sentences, found.id)) return sentences[found.id]?.(found, common);
  }
  return undefined;
}
