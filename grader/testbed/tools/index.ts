/** Tests that need more than Node: skipped by the tool's name where the machine lacks it. And what tests wait for. */
export { describeWith, itWith } from './needs';
export { program, type Tool } from './tool';
export { until } from './until';
