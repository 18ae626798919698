import { builtinModule, replaceIn } from './replaceIn';

/** Functions by which V8 or Node write files themselves, which Node's permission model does not refuse everywhere. */
const writers: Readonly<Record<string, readonly string[]>> = {
  'node:v8': ['setFlagsFromString', 'setHeapSnapshotNearHeapLimit', 'writeHeapSnapshot', 'takeCoverage'],
  'node:trace_events': ['createTracing'],
};

/**
 * Makes them throw, so that a submission leaves no files. Resource limits, where available, prevent writing as well.
 */
export function closeFileWriters(): void {
  for (const [name, methods] of Object.entries(writers)) {
    const refuse = (): never => {
      throw new Error(`${name} is not available to a submission`);
    };
    replaceIn(builtinModule(name), Object.fromEntries(methods.map((method) => [method, refuse])));
  }
}
