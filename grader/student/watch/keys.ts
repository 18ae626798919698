/** Action of a key. */
export type Action = 'hint' | 'next' | 'only' | 'all' | 'list' | 'reset' | 'open' | 'quit';

const actions: Readonly<Record<string, Action>> = {
  h: 'hint',
  n: 'next',
  t: 'only',
  a: 'all',
  l: 'list',
  r: 'reset',
  o: 'open',
  q: 'quit',
  // Ctrl-C and Ctrl-D, which are ordinary keys in raw mode.
  '\u0003': 'quit',
  '\u0004': 'quit',
};

/** Undefined for an unassigned key. */
export function actionOf(key: string): Action | undefined {
  const lower = key.toLowerCase();
  return Object.hasOwn(actions, lower) ? actions[lower] : undefined;
}
