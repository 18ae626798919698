import { createHmac, scryptSync } from 'node:crypto';
import type { Visibility } from '../types';

/** What a case's random numbers are derived from. */
export interface CaseStream {
  readonly assignment: string;
  readonly exercise: string;
  readonly visibility: Visibility;
  readonly case: string;
}

/** The 32-bit seed of one case: an HMAC, so that case seeds reveal nothing about the main seed. */
export function seedOfCase(seed: string, { assignment, exercise, visibility, case: id }: CaseStream): number {
  return createHmac('sha256', seed).update([assignment, exercise, visibility, id].join('/')).digest().readInt32LE(0);
}

/** 16 MB and about 50 ms per guess. */
const slowness = { N: 2 ** 14, r: 8, p: 1 };
const labels = new Map<string, string>();

/**
 * Eight hex digits that distinguish seeds without revealing them. Students can read it, so it is slow to compute,
 * against dictionary attacks.
 */
export function seedLabel(seed: string): string {
  const label = labels.get(seed) ?? scryptSync(seed, 'descent seed label', 4, slowness).toString('hex');
  labels.set(seed, label);
  return label;
}
