/** Proves an assignment fair before it is published. */
export { proofsToJson } from './proofToJson';
export { proofToText } from './proofToText';
export { TaskRunner, type Task, type TaskResult } from './tasks';
export { validateAssignment, type AssignmentProof } from './validateAssignment';
export { WorkerPool, type Answer, type Urgency } from './WorkerPool';
