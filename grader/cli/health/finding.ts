import type { HealthTexts } from './texts';

/** A sentence in the reader's language; a string is the same in every language. */
export type Said = string | ((texts: HealthTexts) => string);

/** The result of one check. `note`: it works, but there is something to know. */
export interface Finding<Words = Said> {
  readonly topic: Words;
  readonly status: 'ok' | 'note' | 'problem';
  readonly fact: Words;
  /** How to fix it; empty if there is nothing to do. */
  readonly advice: Words;
}

export function ok(topic: Said, fact: Said): Finding {
  return { topic, status: 'ok', fact, advice: '' };
}

export function note(topic: Said, fact: Said, advice: Said): Finding {
  return { topic, status: 'note', fact, advice };
}

export function problem(topic: Said, fact: Said, advice: Said): Finding {
  return { topic, status: 'problem', fact, advice };
}

/** Resolves a finding's texts in one language. */
export function inWords({ topic, status, fact, advice }: Finding, texts: HealthTexts): Finding<string> {
  const say = (said: Said): string => (typeof said === 'string' ? said : said(texts));
  return { topic: say(topic), status, fact: say(fact), advice: say(advice) };
}
