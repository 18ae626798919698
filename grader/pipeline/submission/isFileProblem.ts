import type { FileProblem } from '../types';

/** Tells a problem from what there would be without one. */
export function isFileProblem(value: string | { readonly id: string }): value is FileProblem {
  return typeof value !== 'string' && value.id !== 'found' && value.id !== 'compiled';
}
