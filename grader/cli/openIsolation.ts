import { chooseIsolation, isIsolationLevel, type Isolation } from '../pipeline/sandbox';
import { isolationLevels, type IsolationLevel } from '../pipeline/types';
import { UsageError } from './errors';
import { commandTexts } from './texts';

/** Forces a level, for tests and experiments. */
const variable = 'DESCENT_ISOLATION';

/**
 * The isolation of this run's submissions: the strongest level that works here, or the one named by DESCENT_ISOLATION.
 *
 * @param minimum - the weakest acceptable level
 * @throws UsageError if the variable names no level. @throws Error if no acceptable level works here
 */
export function openIsolation(childCommand: readonly string[], minimum?: IsolationLevel): Isolation {
  const only = process.env[variable];
  if (only === undefined || only === '') return chooseIsolation(childCommand, { minimum });
  if (!isIsolationLevel(only)) throw new UsageError(commandTexts().noIsolationLevel(variable, only, isolationLevels));
  return chooseIsolation(childCommand, { minimum, only });
}
