import type { Stamp } from '../stamp';

/** A stamp with made-up values; its assignment is never loaded. */
export const madeStamp: Stamp = {
  graderVersion: '1.0.0',
  sources: 'abc',
  node: 'v20.0.0',
  tfjs: '4.22.0',
  isolation: 'bubblewrap',
  scope: 'full',
  seedLabel: '3f2a91c0',
  order: { assignments: ['03-losses'], named: true, secondsPerExercise: 20, language: 'en' },
  specHashes: { '03-losses': 'abc' },
};
