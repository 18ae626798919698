import { setFlagsFromString } from 'node:v8';

// How much of a function runs before V8 compiles it with all optimizations: its own default is 66 to 132 kB of
// bytecode.
const budgets = { early: 2 ** 16, late: 2 ** 20 };

/** What a nursery compiles serves all of its children: it is worth it soon. */
export function compileEarly(): void {
  setFlagsFromString(`--interrupt-budget=${budgets.early}`);
}

/** A child lives for some hundred milliseconds: there only what goes on running is worth it. */
export function compileLate(): void {
  setFlagsFromString(`--interrupt-budget=${budgets.late}`);
}
