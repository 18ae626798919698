/** Grades a class on many machines: submissions and results travel through Redis. */
export type { WorkerState } from './announcements';
export { Coordinator } from './Coordinator';
export { openRedis, withoutPassword, type QueuePlace } from './openRedis';
export { outIdOf } from './outIdOf';
export { actOnQueue, queueState, type BatchState, type QueueAction, type QueueState } from './queueState';
export type { Proof } from './stamp';
export { WorkerPool } from './WorkerPool';
