import { getSystemErrorName } from 'node:util';

/** As much of the library `koffi` as is used: it calls functions of C libraries. */
interface Koffi {
  /** @param name - of a library; null for the program itself */
  load(name: string | null): { func(prototype: string): NativeFunction };
  errno(): number;
}

export type NativeFunction = (...args: readonly (number | bigint | string | Uint8Array | null)[]) => number | bigint;

/** Functions by their prototypes in C. */
export interface NativeLibraries {
  readonly libc: (prototype: string) => NativeFunction;
  /** Of the program itself: Node exports libuv's. */
  readonly node: (prototype: string) => NativeFunction;
  /** The error number of the last call. */
  readonly errno: () => number;
  /** Where bytes lie in memory. They must not move: keep hold of them. */
  readonly address: (bytes: Uint8Array) => bigint;
}

/**
 * Loads the library straight from its file: Node's module cache then holds nothing of it that a submission could find.
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

/** @returns what a call returned. @throws with the system's own name of the error if it failed */
export function succeeded({ errno }: NativeLibraries, name: string, result: number | bigint): number {
  if (Number(result) < 0) throw new Error(`${name}: ${getSystemErrorName(-errno())}`);
  return Number(result);
}

export function bytesOf({ buffer }: { readonly buffer: ArrayBufferLike }): Uint8Array {
  return new Uint8Array(buffer);
}
