/** What the stages know about kinds of checks, all derived from the list. */
import { z } from 'zod';
import type { Check, OwnFinding } from '../../types';
import type { CheckKind } from './defineCheck';
import { checkKinds } from './list';

export { packPhrase, phraseSchema, type Answer } from './answer';
export type { CheckOptions, CheckSpec } from './checkSpec';
export { checkKinds } from './list';
export { obeys, signSchema, writeSign } from './property';

/** Parses the name of a kind. */
export const kindSchema = z.enum(Object.keys(checkKinds) as Check['kind'][]);

/** The definition of a check's kind. */
export function kindOf<One extends Check>({ kind }: One): CheckKind<One, OwnFinding> {
  const found: unknown = checkKinds[kind];
  // It is listed under its own name, which the list's type guarantees.
  return found as CheckKind<One, OwnFinding>;
}
