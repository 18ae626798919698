import type { Ingredients } from './level';

/** Bytes of a file that a process may write: its channel and its outputs are none. */
const largestFile = 0;
const maxOpenFiles = 64;
/** A nursery holds pairs of sockets for all of its children, which lower the limit for themselves. */
const maxOpenFilesOfNursery = 1024;

/**
 * Address space in bytes. V8 reserves far more than it uses, and from Node 24 on more than before; arrays outside its
 * heap are what this stops at the latest: it leaves room for as many as the grader's own watch allows, which reports more
 * kindly what happened.
 */
function addressSpace(major = Number.parseInt(process.versions.node, 10)): number {
  return (major >= 24 ? 3200 : 2600) * 2 ** 20;
}

/**
 * `prlimit` with what the operating system is to limit, to be put before a command. The number of processes is not
 * among it: it is counted by user, and too low a number hangs Node.
 */
export function withLimits(
  { cpuSeconds, koffiFile }: Pick<Ingredients, 'cpuSeconds' | 'koffiFile'>,
  command: readonly string[],
): string[] {
  const limits = [
    `--as=${addressSpace()}`,
    '--core=0',
    `--cpu=${Math.ceil(cpuSeconds)}`,
    `--nofile=${koffiFile === undefined ? maxOpenFiles : maxOpenFilesOfNursery}`,
    `--fsize=${largestFile}`,
  ];
  return ['prlimit', ...limits, '--', ...command];
}
