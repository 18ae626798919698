import { chooseIsolation, isIsolationLevel, type Isolation } from '../pipeline/sandbox';
import { isolationLevels, type IsolationLevel } from '../pipeline/types';
import { UsageError } from './errors';
import { commandTexts } from './texts';

/** Forces a level, for tests and for finding out what a level holds. */
const variable = 'DESCENT_ISOLATION';

/**
 * How this run's submissions are kept to themselves: the strongest level that works here, or the one that
 * DESCENT_ISOLATION names.
 *
 * @param minimum - the weakest level that will do
 * @throws UsageError if the variable names no level. @throws Error if nothing that is wanted works here
 */
export function openIsolation(childCommand: readonly string[], minimum?: IsolationLevel): Isolation {
  const only = process.env[variable];
  if (only === undefined || only === '') return chooseIsolation(childCommand, { minimum });
  if (!isIsolationLevel(only)) throw new UsageError(commandTexts().noIsolationLevel(variable, only, isolationLevels));
  return chooseIsolation(childCommand, { minimum, only });
}
