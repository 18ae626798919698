/** Tests that need more than Node: skipped by the tool's name where the machine lacks it. */
export { describeWith, itWith } from './needs';
export { program, type Tool } from './tool';
