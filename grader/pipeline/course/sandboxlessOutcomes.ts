import { execute } from '../../execution';
import type { Case, Outcome } from '../types';

/** Runs trusted code, such as a reference or a known mistake, on cases in this process. */
export function sandboxlessOutcomes(
  run: (...args: never[]) => unknown,
  cases: readonly Pick<Case, 'id' | 'calls' | 'apply'>[],
): ReadonlyMap<string, Outcome> {
  return new Map(cases.map(({ id, calls, apply }) => [id, execute(run, { kind: 'calls', calls, apply })]));
}
