import { execute } from '../../../execution';
import type { Outcome, ShiftedLosses } from '../../types';

/** Losses of a function at the shifted inputs of gradient checks, computed on demand and cached. */
export function shiftedLosses(run: (...args: never[]) => unknown): ShiftedLosses {
  const known = new Map<string, Outcome>();
  return (id, evaluation) => {
    const outcome = known.get(id) ?? execute(run, evaluation);
    known.set(id, outcome);
    return outcome;
  };
}
