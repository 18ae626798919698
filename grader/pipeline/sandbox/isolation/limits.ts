import type { Ingredients } from './level';

/** Bytes that a process can write to a file; the channel and the outputs are not files. */
const largestFile = 0;
const maxOpenFiles = 64;
/** A nursery holds socket pairs for all its children, which lower the limit for themselves. */
const maxOpenFilesOfNursery = 1024;

/**
 * Address space in bytes. V8 reserves far more than it uses, more still from Node 24 on. This stops arrays outside V8's
 * heap at the latest: it leaves room for as many as `UsageWatch` allows, which gives a clearer report.
 */
function addressSpace(major = Number.parseInt(process.versions.node, 10)): number {
  return (major >= 24 ? 3200 : 2600) * 2 ** 20;
}

/**
 * Prefixes a command with `prlimit` and the limits that the operating system enforces. The number of processes is not
 * limited: it is counted by user, and too low a number hangs Node.
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
