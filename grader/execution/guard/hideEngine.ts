import type * as tf from '@tensorflow/tfjs';

/** The methods that tensors call on the engine of the global object. */
const asked = [
  'makeTensor',
  'makeVariable',
  'incRef',
  'disposeTensor',
  'disposeVariable',
  'read',
  'readSync',
  'readToGPU',
] as const;

type AnyFunction = (...args: unknown[]) => unknown;

/**
 * Reduces the engine on the global object to what tensors need. Its state, backend and kernels become unreachable: they
 * run kernels and read numbers that nothing counts.
 */
export function hideEngine(library: typeof tf): void {
  const engine = library.engine() as unknown as Record<string, AnyFunction>;
  const tracker = Object.fromEntries(
    asked.map((name) => [name, (...args: unknown[]): unknown => engine[name]?.(...args)]),
  );
  Object.defineProperty(globalThis, '_tfengine', {
    value: Object.freeze(tracker),
    writable: false,
    configurable: false,
  });
  // tfjs reads its registries once, when it loads.
  Reflect.deleteProperty(globalThis, '_tfGlobals');
}
