import type { Words } from '../../types';

/** A place with the same name in every language: a field, an argument. */
export function named(name: string): Words {
  return { en: name, zh: name };
}

export const theResult: Words = { en: 'the result', zh: '结果' };
