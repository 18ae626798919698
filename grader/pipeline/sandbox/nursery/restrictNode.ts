/** Node modules that access nothing outside the process. `fs` is restricted by Node's permission model. */
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

/** Methods of `process` that would make system calls which kill the process here. */
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
  /** Ends the process; replaces Node's own exit, which would wait for threads that a fork doesn't have. */
  readonly exit: (code: number) => void;
}

/**
 * Makes Node's own functions throw where the kernel would kill the process, so that code which only looks around
 * continues as in a cold process. Not a security boundary: that is the system call filter. A nursery, which needs none
 * of these functions, disables them for all its children.
 */
export function restrictNode(): void {
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
  // A signal listener would make Node's loop watch for the signal; the only one that can arrive kills the process.
  process.removeAllListeners('newListener');
  process.removeAllListeners('removeListener');
}

/** Sets a child's identity for Node's functions, which still have its nursery's. */
export function takeIdentity({ pid, exit }: Identity): void {
  replace('pid', pid);
  replace('reallyExit', (code?: number) => exit(code ?? 0));
}

function replace(name: string, value: unknown): void {
  Object.defineProperty(process, name, { value, writable: true, configurable: true, enumerable: true });
}
