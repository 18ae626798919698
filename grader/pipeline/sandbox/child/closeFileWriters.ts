import { builtinModule, replaceIn } from './replaceIn';

/** What has V8 or Node write files of its own, which Node's permission model does not refuse everywhere. */
const writers: Readonly<Record<string, readonly string[]>> = {
  'node:v8': ['setFlagsFromString', 'setHeapSnapshotNearHeapLimit', 'writeHeapSnapshot', 'takeCoverage'],
  'node:trace_events': ['createTracing'],
};

/** Has them throw, so that a submission leaves no files. Where there are limits, these let none be written to either. */
export function closeFileWriters(): void {
  for (const [name, methods] of Object.entries(writers)) {
    const refuse = (): never => {
      throw new Error(`${name} is not available to a submission`);
    };
    replaceIn(builtinModule(name), Object.fromEntries(methods.map((method) => [method, refuse])));
  }
}
