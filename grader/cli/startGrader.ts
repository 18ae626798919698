import { join } from 'node:path';
import { GraderProcess, type Preparation } from '../class/batch';

/** The hidden command that grades submissions in a process of its own. */
export const graderCommand = 'batch-grader';

/** Starts a process that grades, one submission after the other. */
export function startGrader(engine: string, preparation: Preparation): GraderProcess {
  return new GraderProcess([join(engine, 'grader', 'cli', 'bin.js'), graderCommand], preparation);
}
