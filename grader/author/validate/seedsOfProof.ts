/** Seeds that the cases are drawn from, if no one asks for another number of them; and those of a draft. */
export const seedsOfProof = 20;
export const seedsOfDraft = 2;
/** Seeds on which gradients are compared element by element, and those of alternatives at all: what costs most. */
export const thoroughSeeds = 2;
/**
 * Seeds on which mistakes are run again, and on hidden cases where the public ones have decided (Note [Public cases
 * decide]), and all is graded a second time and in another order: what remembers does so whatever the seed.
 */
export const repeatedSeeds = 1;
