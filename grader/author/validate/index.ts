/** Proves an assignment fair before it is published. */
export { withChosen } from './chosenExercises';
export type { Failure } from './claims';
export { KeptProofs, ofAll, type Extent } from './KeptProofs';
export { proofsToJson } from './proofToJson';
export { proofToText, sentence } from './proofToText';
export { nameOutcomes, outcomesOf } from './runFunction';
export { TaskRunner, type Task, type TaskResult } from './tasks';
export { seedsOfProof } from './seedsOfProof';
export { validateAssignment, type AssignmentProof } from './validateAssignment';
export { WorkerPool, type Answer, type Urgency } from './WorkerPool';
