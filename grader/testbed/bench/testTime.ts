/**
 * Wall time of `npm test -- 06-optimizers` and of its parts: medians with warm caches.
 *
 *     node grader/testbed/bench/run.js testTime
 */
import { join } from 'node:path';
import { medianWallTime } from './shared/wallTime';

const jest = join('grader', 'student', 'jest', 'cli.js');
const only = (project: string, ...args: string[]): string[] => [
  process.execPath,
  jest,
  ...args,
  '--selectProjects',
  project,
];

const measurements: readonly (readonly [what: string, command: readonly string[]])[] = [
  ['node -e 0', [process.execPath, '-e', '0']],
  ['loading Jest', [process.execPath, '-e', "require('jest')"]],
  ['loading tfjs', [process.execPath, '-e', "require('@tensorflow/tfjs')"]],
  ['Jest, no check chosen (loads the file and tfjs)', only('public', '06-optimizers', '-t', 'none at all')],
  ['Jest, all to do', only('public', '06-optimizers')],
  ['Jest, all solved', only('solutions', '06-optimizers')],
  ['npm test -- 06-optimizers, both projects', ['npm', 'test', '--', '06-optimizers']],
];

for (const [what, command] of measurements)
  console.log(`${(medianWallTime(command) / 1000).toFixed(2).padStart(6)} s  ${what}`);
