import { createHmac } from 'node:crypto';
import type { Visibility } from '../types';

/** What a case's random numbers are derived from. */
export interface CaseStream {
  readonly assignment: string;
  readonly exercise: string;
  readonly visibility: Visibility;
  readonly case: string;
}

/** The 32-bit seed of one case: an HMAC, so that seeds of cases tell nothing of the seed that they come from. */
export function seedOfCase(seed: string, { assignment, exercise, visibility, case: id }: CaseStream): number {
  return createHmac('sha256', seed).update([assignment, exercise, visibility, id].join('/')).digest().readInt32LE(0);
}

/** Eight hex digits by which a seed can be told from others without being known. */
export function seedLabel(seed: string): string {
  return createHmac('sha256', seed).update('label').digest('hex').slice(0, 8);
}
