import { getSystemErrorName } from 'node:util';

/** The part of the library `koffi` that is used: it calls functions of C libraries. */
interface Koffi {
  /** @param name - of a library; null for the program itself */
  load(name: string | null): { func(prototype: string): NativeFunction };
  errno(): number;
}

export type NativeFunction = (...args: readonly (number | bigint | string | Uint8Array | null)[]) => number | bigint;

/** Functions by their C prototypes. */
export interface NativeLibraries {
  readonly libc: (prototype: string) => NativeFunction;
  /** Of the program itself: Node exports libuv's. */
  readonly node: (prototype: string) => NativeFunction;
  /** The error number of the last call. */
  readonly errno: () => number;
  /** The address of bytes in memory. They must not move: keep a reference. */
  readonly address: (bytes: Uint8Array) => bigint;
}

/**
 * Loads the library directly from its file, so that Node's module cache contains nothing of it that a submission could
 * find.
 *
 * @param file - koffi's prebuilt binary
 * @throws if it is not for this system
 */
export function openNativeLibraries(file: string): NativeLibraries {
  const module: { exports: unknown } = { exports: {} };
  process.dlopen(module, file);
  const koffi = module.exports as Koffi & { readonly address: (bytes: Uint8Array) => bigint };
  const libc = koffi.load('libc.so.6');
  const node = koffi.load(null);
  return {
    libc: (prototype) => libc.func(prototype),
    node: (prototype) => node.func(prototype),
    errno: () => koffi.errno(),
    address: (bytes) => koffi.address(bytes),
  };
}

/** @returns the call's result. @throws with the system's name of the error if it failed */
export function succeeded({ errno }: NativeLibraries, name: string, result: number | bigint): number {
  if (Number(result) < 0) throw new Error(`${name}: ${getSystemErrorName(-errno())}`);
  return Number(result);
}

export function bytesOf({ buffer }: { readonly buffer: ArrayBufferLike }): Uint8Array {
  return new Uint8Array(buffer);
}
