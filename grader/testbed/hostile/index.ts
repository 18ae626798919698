/** Submissions that attack the grader, with the required verdict of each. */
import { callingTheLibrary } from './callingTheLibrary';
import { exhausting } from './exhausting';
import { forging } from './forging';
import type { HostileSubmission } from './hostileSubmission';
import { outsizing } from './outsizing';
import { reaching } from './reaching';
import { reading } from './reading';
import { staying } from './staying';

export { type HostileSubmission } from './hostileSubmission';

export const hostileSubmissions: Readonly<Record<string, readonly HostileSubmission[]>> = {
  forging,
  reading,
  'reaching out': reaching,
  staying,
  exhausting,
  outsizing,
  'calling the library': callingTheLibrary,
};
export { awaiting } from './awaiting';
export { spies, type Spy } from './spies';
export { tryHostile, hostileCourse } from './tryHostile';
export { openTargets, type OpenTargets } from './openTargets';
