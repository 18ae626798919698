import type { FileProblem } from '../types';

const problems: Readonly<Record<FileProblem['status'], true>> = {
  missing: true,
  unrecognised: true,
  ambiguous: true,
  unreadable: true,
  'does-not-compile': true,
  'does-not-load': true,
};

/** Whether the value is a file problem, rather than the file, its text or its compiled form. */
export function isFileProblem(value: { readonly status: string }): value is FileProblem {
  return Object.hasOwn(problems, value.status);
}
