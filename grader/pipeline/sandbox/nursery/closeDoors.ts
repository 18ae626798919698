/** Modules of Node that reach for nothing outside of the process. `fs` is held back by Node's permission model. */
const openModules = new Set(
  [
    'assert',
    'buffer',
    'console',
    'events',
    'fs',
    'path',
    'perf_hooks',
    'querystring',
    'stream',
    'string_decoder',
    'timers',
    'url',
    'util',
  ].map((name) => `node:${name}`),
);

/** What a process could do to itself or to others by system calls that end it here. */
const closedMethods = [
  '_debugEnd',
  '_debugProcess',
  '_getActiveHandles',
  '_getActiveRequests',
  '_kill',
  '_linkedBinding',
  'binding',
  'constrainedMemory',
  'availableMemory',
  'dlopen',
  'execve',
  'initgroups',
  'kill',
  'loadEnvFile',
  'memoryUsage',
  'setegid',
  'seteuid',
  'setgid',
  'setgroups',
  'setuid',
];

interface Identity {
  readonly pid: number;
  /** Ends the process, in the place of Node's end, which would wait for threads that a fork has not. */
  readonly exit: (code: number) => void;
}

/**
 * Has Node's own functions throw where the kernel would end the process, so that code which only looks around goes on
 * as in a process that was started for it. It is no wall: the wall is the list of system calls. A nursery, which needs
 * none of them, closes them for all of its children.
 */
export function closeDoors(): void {
  const refuse = (what: string) => (): never => {
    throw new Error(`${what} is not available to a submission`);
  };
  const getBuiltinModule = process.getBuiltinModule.bind(process);
  replace('getBuiltinModule', (name: string): unknown =>
    openModules.has(name.startsWith('node:') ? name : `node:${name}`) ? getBuiltinModule(name) : refuse(name)(),
  );
  for (const name of closedMethods) if (name in process) replace(name, refuse(`process.${name}`));
  replace('report', undefined);
  process.argv.length = 1;
  // A listener for a signal would have Node's loop watch for it; none can come but the one that ends the process.
  process.removeAllListeners('newListener');
  process.removeAllListeners('removeListener');
}

/** What a child is to Node's functions, which know its nursery. */
export function takeIdentity({ pid, exit }: Identity): void {
  replace('pid', pid);
  replace('reallyExit', (code?: number) => exit(code ?? 0));
}

function replace(name: string, value: unknown): void {
  Object.defineProperty(process, name, { value, writable: true, configurable: true, enumerable: true });
}
