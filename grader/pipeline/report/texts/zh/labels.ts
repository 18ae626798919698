import type { Labelled } from '../../../types';

/** A case's label in Chinese, as its assignment translates it; `λ is 0.5` needs no translation. */
export function label({ label: english, translations }: Labelled): string {
  return translations?.zh ?? english.replace(/^(\S+) is ([−-]?[\d.]+(?:e-?\d+)?)$/, '$1 为 $2');
}
