import { createContext, Script, type Context } from 'node:vm';

const script = new Script('run()');
/** Shared by all calls: the functions themselves belong to other contexts. */
const context: Context & { run?: () => void } = createContext({});

/**
 * Runs a function and interrupts it after `seconds` of wall-clock time, even in an endless loop. Within one process
 * only V8 can do that, for scripts; their `finally` blocks do not run then.
 *
 * @param seconds - undefined for no limit
 * @returns whether the function finished
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
