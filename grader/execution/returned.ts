import type { Observation, Outcome } from './evaluation';
import type { Value } from './values';

const nothing: Observation = {
  leakedTensors: 0,
  kernels: 0,
  changedInputs: [],
  disposedInputs: [],
  returnedInputs: [],
  callbackCalls: [],
};

/** The outcome of calls that returned these values and had no side effects. */
export function returned(values: readonly Value[]): Outcome & { readonly status: 'returned' } {
  return { status: 'returned', values, observed: nothing };
}
