/** Mutation testing: small changes to a solution, and whether the checks of its assignment detect them. */
export { equivalentMutantsFile, isRecordOf, readEquivalentMutants, type EquivalentMutant } from './equivalentMutants';
export { guardLoops } from './guardLoops';
export { MutantJudge, roundsOfSolution, type MutantJudgement } from './judgeMutants';
export { compileMutant, LoopGuard } from './loadMutant';
export { makeMutants, mutatedText, type Mutant } from './makeMutants';
