import type { FileProblem } from '../types';

const problems: Readonly<Record<FileProblem['status'], true>> = {
  missing: true,
  ambiguous: true,
  unreadable: true,
  'does-not-compile': true,
  'does-not-load': true,
};

/** Whether this is why there is no file, rather than the file, its text or what it compiles to. */
export function isFileProblem(value: string | { readonly status: string }): value is FileProblem {
  return typeof value === 'object' && Object.hasOwn(problems, value.status);
}
