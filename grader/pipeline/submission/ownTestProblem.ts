import type { FileProblem } from '../types';
import { findOwnTest } from './ownTests';
import { placeOf } from './sourcePlaces';
import type { Compiled } from './types';

/** Found before running, so that grading, `hand-in` and `npm test`, where Jest would run it, report the same. */
export function ownTestProblem(compiled: Compiled): FileProblem | undefined {
  const test = findOwnTest(compiled.program, compiled.code);
  if (test === undefined) return undefined;
  const place = placeOf(compiled, test.line, test.column);
  return { status: 'does-not-compile', message: `${test.name} is Jest's`, place, cause: { id: 'own-tests' } };
}
