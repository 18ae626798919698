import { createRequire, isBuiltin } from 'node:module';
import vm from 'node:vm';
import * as descent from '../../descent';
import type { Tfjs } from '../../precision';
import type { Compiled } from '../../pipeline/submission';

/** Script name of a scratch file, which identifies its lines in a stack. */
export const scriptName = 'scratch.js';

/** Runs a scratch file in this process. @throws whatever it throws */
export function runScratch({ code }: Compiled, tf: Tfjs): void {
  const module = { exports: {} };
  const require = createRequire(__filename);
  const load = (name: string): unknown => (isBuiltin(name) ? require(name) : name === 'descent' ? descent : tf);
  const run = vm.compileFunction(code, ['module', 'exports', 'require'], { filename: scriptName }) as (
    ...args: readonly unknown[]
  ) => void;
  run(module, module.exports, load);
}
