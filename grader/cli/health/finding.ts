import type { HealthTexts } from './texts';

/** The result of one check, in one language. `note`: it works, but there is something to know. */
export interface Found {
  readonly topic: string;
  readonly status: 'ok' | 'note' | 'problem';
  readonly fact: string;
  /** How to fix it; empty if there is nothing to do. */
  readonly advice: string;
}

/** The result of one check, for readers of any language. */
export type Finding = (texts: HealthTexts) => Found;

export function ok(topic: string, fact: string): Found {
  return { topic, status: 'ok', fact, advice: '' };
}

export function note(topic: string, fact: string, advice: string): Found {
  return { topic, status: 'note', fact, advice };
}

export function problem(topic: string, fact: string, advice: string): Found {
  return { topic, status: 'problem', fact, advice };
}
