import type { Labelled } from '../../../types';

/** A case's label in Chinese, as its assignment says it; `λ is 0.5` needs no one to say it. */
export function label({ label: english, translations }: Labelled): string {
  return translations?.zh ?? english.replace(/^(\S+) is ([−-]?[\d.]+(?:e-?\d+)?)$/, '$1 为 $2');
}
