/** One thing that was looked at. `note`: it works, and there is something to know. */
export interface Finding {
  readonly topic: string;
  readonly status: 'ok' | 'note' | 'problem';
  readonly fact: string;
  /** What to do about it; empty where there is nothing to do. */
  readonly advice: string;
}

export function ok(topic: string, fact: string): Finding {
  return { topic, status: 'ok', fact, advice: '' };
}

export function note(topic: string, fact: string, advice: string): Finding {
  return { topic, status: 'note', fact, advice };
}

export function problem(topic: string, fact: string, advice: string): Finding {
  return { topic, status: 'problem', fact, advice };
}
