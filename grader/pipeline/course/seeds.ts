import { createHmac, scryptSync } from 'node:crypto';
import type { Visibility } from '../types';

/** What a case's random numbers are derived from. */
export interface CaseStream {
  readonly assignment: string;
  readonly exercise: string;
  readonly visibility: Visibility;
  readonly case: string;
}

/** The 32-bit seed of one case: an HMAC, so that seeds of cases show nothing of the seed that they come from. */
export function seedOfCase(seed: string, { assignment, exercise, visibility, case: id }: CaseStream): number {
  return createHmac('sha256', seed).update([assignment, exercise, visibility, id].join('/')).digest().readInt32LE(0);
}

/** 16 MB and some 50 ms a guess. */
const slowness = { N: 2 ** 14, r: 8, p: 1 };
const labels = new Map<string, string>();

/**
 * Eight hex digits by which a seed can be told from others without being known. Students read it: so it takes long to
 * compute, for whoever tries a dictionary of seeds.
 */
export function seedLabel(seed: string): string {
  const label = labels.get(seed) ?? scryptSync(seed, 'descent seed label', 4, slowness).toString('hex');
  labels.set(seed, label);
  return label;
}
