import type { Tool } from './tool';

/** `describe` for tests that need a tool. Without the tool one skipped test reports it, which fails if DESCENT_REQUIRE_TOOLS is set. */
export function describeWith(tool: Tool, name: string, body: () => void): void {
  if (tool.missing === undefined) describe(name, body);
  else describe(name, () => refuse(tool));
}

/** `it` for a test that needs a tool. */
export function itWith(tool: Tool, name: string, body: (() => void) | (() => Promise<void>)): void {
  if (tool.missing === undefined) it(name, body);
  else describe(name, () => refuse(tool));
}

// `toolsReporter.js` parses the title.
function refuse({ name, missing = '' }: Tool): void {
  const isRequired = (process.env.DESCENT_REQUIRE_TOOLS ?? '') !== '';
  (isRequired ? it : it.skip)(`needs ${name}: ${missing}`, () => {
    throw new Error(`${name} is not available on this machine: ${missing}`);
  });
}
