import { differingField } from './compareFields';
import type { Law } from './law';

/** The same inputs, asked again after all the others, give the same result: nothing is remembered between calls. */
export const sameAgain: Law = {
  companions: (inputs) => [inputs],
  violation: ({ result, companions: [again], scale }) => differingField(result, again, undefined, scale),
};
