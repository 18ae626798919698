import type { CommonFinding, Observation, Outcome } from '../types';
import type { Value } from '../../execution/values';

/** The values of an outcome, or the finding that explains why there are none. */
export type Returned =
  | { readonly values: readonly Value[]; readonly observed: Observation; readonly finding: undefined }
  | { readonly values: undefined; readonly finding: CommonFinding };

export function returnedValues(outcome: Outcome | undefined): Returned {
  if (outcome === undefined) return { values: undefined, finding: { id: 'skipped', reason: 'stopped' } };
  if (outcome.status === 'returned') return { values: outcome.values, observed: outcome.observed, finding: undefined };
  if (outcome.status !== 'threw') return { values: undefined, finding: { id: 'stopped', outcome } };
  const { error } = outcome;
  if (error.name === 'NotImplementedError' && error.exercise !== undefined) {
    return { values: undefined, finding: { id: 'needs-neighbour', neighbour: error.exercise } };
  }
  return { values: undefined, finding: { id: 'throws', error } };
}
