import util from 'node:util';

/** Functions that Node 23 removed, and that tfjs-node 4.22 calls whenever it creates a tensor. */
const removed: Readonly<Record<string, (value: unknown) => boolean>> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isArray: Array.isArray,
};

/** Restores the missing functions of Node's `util`, and doesn't change existing ones. */
export function restoreUtil(target: object = util): void {
  for (const [name, value] of Object.entries(removed)) {
    if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}
