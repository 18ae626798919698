import { chooseIsolation, isIsolationLevel, type Isolation } from '../pipeline/sandbox';
import { isolationLevels } from '../pipeline/types';
import { UsageError } from './errors';
import { commandTexts } from './texts';

/** Forces a level, for tests and experiments. */
const variable = 'DESCENT_ISOLATION';

/**
 * The isolation of this run's submissions: the strongest level that works here, or the one named by DESCENT_ISOLATION.
 *
 * @throws UsageError if the variable names no level. @throws Error if it does not work here
 */
export function openIsolation(childCommand: readonly string[]): Isolation {
  const only = process.env[variable];
  if (only === undefined || only === '') return chooseIsolation(childCommand);
  if (!isIsolationLevel(only)) throw new UsageError(commandTexts().noIsolationLevel(variable, only, isolationLevels));
  return chooseIsolation(childCommand, { only });
}
