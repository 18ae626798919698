import { join } from 'node:path';
import { GraderProcess, type Preparation } from '../class/batch';

/** Hidden command that grades submissions in a separate process. */
export const graderCommand = 'batch-grader';

/** Starts a process that grades submissions one after the other. */
export function startGrader(engine: string, preparation: Preparation): GraderProcess {
  return new GraderProcess([join(engine, 'grader', 'cli', 'bin.js'), graderCommand], preparation);
}
