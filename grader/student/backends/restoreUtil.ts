import util from 'node:util';

/** What Node took away in versions 23 and later, and tfjs-node 4.22 calls whenever it makes a tensor. */
const removed: Readonly<Record<string, (value: unknown) => boolean>> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isArray: Array.isArray,
};

/** Gives Node's `util` back what is missing from it, and leaves alone what is there. */
export function restoreUtil(target: object = util): void {
  for (const [name, value] of Object.entries(removed)) {
    if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}
