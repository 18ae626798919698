import type { HealthTexts } from './texts';

/** A sentence in whatever language is read; a string is the same in all. */
export type Said = string | ((texts: HealthTexts) => string);

/** One thing that was looked at. `note`: it works, and there is something to know. */
export interface Finding<Words = Said> {
  readonly topic: Words;
  readonly status: 'ok' | 'note' | 'problem';
  readonly fact: Words;
  /** What to do about it; empty where there is nothing to do. */
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

/** A finding in one language. */
export function inWords({ topic, status, fact, advice }: Finding, texts: HealthTexts): Finding<string> {
  const say = (said: Said): string => (typeof said === 'string' ? said : said(texts));
  return { topic: say(topic), status, fact: say(fact), advice: say(advice) };
}
