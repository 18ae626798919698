/** Helpers for tests: skip tests without their tool, wait for a condition. */
export { describeWith, itWith } from './needs';
export { program, type Tool } from './tool';
export { until } from './until';
