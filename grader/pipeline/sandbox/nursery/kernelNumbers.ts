/** Resource limits, by the kernel's numbers. */
export const limits = { fileBytes: 1, coreBytes: 4, processes: 6, openFiles: 7 } as const;

/** System calls without a C library wrapper, by Node's names of processors. */
export const cloneNumbers: Readonly<Record<string, number>> = { x64: 56, arm64: 220 };
export const seccompNumbers: Readonly<Record<string, number>> = { x64: 317, arm64: 277 };
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET */
export const allNamespaces = 0x20000 | 0x2000000 | 0x4000000 | 0x8000000 | 0x10000000 | 0x20000000 | 0x40000000;
export const signals = { abort: 6, kill: 9, child: 17 };
export const errors = { noMemory: 12 };
export const control = { parentDeathSignal: 1, dropFromBoundingSet: 24, noNewPrivileges: 38 };
/** The operation and flag of `seccomp`. */
export const setFilter = 1;
export const forAllThreads = 1;
/** The same on all processors. */
export const closeRangeNumber = 436;
export const highestDescriptor = 2 ** 31 - 1;
export const adviceDoFork = 11;
export const capabilityVersion = 0x20080522;
export const maxCapabilities = 64;
export const pageBytes = 4096;
/** The end of user-space addresses on all processors supported here. */
export const endOfAddresses = 2 ** 48;
