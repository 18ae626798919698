/** Default number of seeds of a full proof, and of a draft. */
export const seedsOfProof = 20;
export const seedsOfDraft = 2;
/** Number of seeds with elementwise gradients, and with those of alternatives, which are the slowest. */
export const thoroughSeeds = 2;
/**
 * Number of seeds on which mistakes also run on hidden cases that public ones have decided (Note [Public cases
 * decide]), and everything is graded again and in another order: state between runs doesn't depend on the seed.
 */
export const repeatedSeeds = 1;
