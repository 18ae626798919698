import { createContext, Script, type Context } from 'node:vm';

const script = new Script('run()');
/** One for all: what runs in it is a function of another. */
const context: Context & { run?: () => void } = createContext({});

/**
 * Runs a function, and ends it after so many seconds by the clock, in whatever loop it is. Only V8 can do that in one
 * process, for scripts; their `finally` blocks do not run then.
 *
 * @param seconds - undefined for as long as it takes
 * @returns whether it came to its end
 */
export function withinSeconds(seconds: number | undefined, run: () => void): boolean {
  if (seconds === undefined) {
    run();
    return true;
  }
  context.run = run;
  try {
    script.runInContext(context, { timeout: Math.ceil(seconds * 1000) });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}
