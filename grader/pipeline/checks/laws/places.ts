import type { Words } from '../../types';

/** A place that is called the same in every language: a field, an argument. */
export function named(name: string): Words {
  return { en: name, zh: name };
}

export const theResult: Words = { en: 'the result', zh: '结果' };
