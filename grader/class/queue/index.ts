/** Many machines, one class: submissions go through Redis to workers, and results come back. */
export { Announcements, type CoordinatorState, type WorkerState } from './announcements';
export { Coordinator } from './Coordinator';
export { openRedis, withoutPassword, type QueuePlace } from './openRedis';
export { outIdOf } from './outIdOf';
export { actOnQueue, queueState, type BatchState, type QueueAction, type QueueState } from './queueState';
export { QueueRefusal } from './QueueRefusal';
export { stampId, type Proof, type Stamp } from './stamp';
export { WorkerPool } from './WorkerPool';
