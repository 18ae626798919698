/** Starts a submission's process: cold, or forked from a warm one. */
export { type NurseryState } from './Nursery';
export type { ProcessEnd, RunningProcess } from './RunningProcess';
export { startCold } from './startCold';
export { openWarm, tryWarm, WarmProcesses } from './WarmProcesses';
