import type { Tool } from './tool';

/**
 * `describe`, of what needs a tool. Without it one skipped test says so; where DESCENT_REQUIRE_TOOLS is set, as in CI,
 * that test fails.
 */
export function describeWith(tool: Tool, name: string, body: () => void): void {
  if (tool.missing === undefined) describe(name, body);
  else describe(name, () => refuse(tool));
}

/** `it`, of what needs a tool. */
export function itWith(tool: Tool, name: string, body: (() => void) | (() => Promise<void>)): void {
  if (tool.missing === undefined) it(name, body);
  else describe(name, () => refuse(tool));
}

// The title is what `toolsReporter.js` looks for.
function refuse({ name, missing = '' }: Tool): void {
  const isRequired = (process.env.DESCENT_REQUIRE_TOOLS ?? '') !== '';
  (isRequired ? it : it.skip)(`needs ${name}: ${missing}`, () => {
    throw new Error(`${name} is not available on this machine: ${missing}`);
  });
}
