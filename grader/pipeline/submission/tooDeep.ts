import type { FileProblem } from '../types';

/** Reported for code without a syntax tree, see Note [No deep code]. */
export const tooDeep: FileProblem = {
  status: 'does-not-compile',
  message: 'the code is too deeply nested to be read',
  place: undefined,
  cause: { id: 'too-deep' },
};
