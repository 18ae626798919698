/** Small changes to a solution, and whether the checks of its assignment notice. */
export { equivalentMutantsFile, isRecordOf, readEquivalentMutants, type EquivalentMutant } from './equivalentMutants';
export { MutantJudge, type MutantJudgement } from './judgeMutants';
export { makeMutants, type Mutant } from './makeMutants';
