/** Many machines, one class: submissions go through Redis to workers, and results come back. */
export type { WorkerState } from './announcements';
export { Coordinator } from './Coordinator';
export { openRedis, withoutPassword, type QueuePlace } from './openRedis';
export { outIdOf } from './outIdOf';
export { actOnQueue, queueState, type BatchState, type QueueAction, type QueueState } from './queueState';
export type { Proof } from './stamp';
export { WorkerPool } from './WorkerPool';
