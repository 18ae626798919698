import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { usageOfTree } from '../../../pipeline/sandbox/processTree';
import { childrenOf, endOf, peakMegabytes } from './runBatch';

/** The cost of a command, including all processes that it started. */
export interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Peak memory of the command or one of its direct children. */
  readonly peakMegabytes: number;
  /** The source of the CPU time: the control group, or samples of the processes. */
  readonly counted: 'cgroup' | 'sampled';
}

const sampleMs = 50;

/** Runs a command to its end. @throws if it fails */
export async function costOf(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  const group = makeGroup();
  const begin = performance.now();
  // The shell joins the group before it executes the command, so that all of it is counted.
  const command =
    group === undefined
      ? [program, ...args]
      : ['sh', '-c', 'echo $$ > "$0" && exec "$@"', join(group.folder, 'cgroup.procs'), program, ...args];
  const [first = '', ...rest] = command;
  const child = spawn(first, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
  let [sampled, peak] = [0, 0];
  const polling = setInterval(() => {
    if (group === undefined) sampled = Math.max(sampled, usageOfTree(child.pid ?? 0)?.cpuSeconds ?? 0);
    peak = Math.max(peak, ...[child.pid, ...childrenOf(child.pid)].map(peakMegabytes));
  }, sampleMs);
  const end = await endOf(child);
  clearInterval(polling);
  const seconds = (performance.now() - begin) / 1000;
  const cpuSeconds = group?.end() ?? sampled;
  if (end !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${end}`);
  return { seconds, cpuSeconds, peakMegabytes: peak, counted: group === undefined ? 'sampled' : 'cgroup' };
}

interface Group {
  readonly folder: string;
  /** Removes the group, and returns the CPU seconds of its processes. */
  readonly end: () => number;
}

/** Creates a control group, version 2 or 1; returns undefined without permission. */
function makeGroup(): Group | undefined {
  for (const [parent, file] of [
    ['/sys/fs/cgroup', 'cpu.stat'],
    ['/sys/fs/cgroup/unified', 'cpu.stat'],
    ['/sys/fs/cgroup/cpuacct', 'cpuacct.usage'],
  ] as const) {
    const folder = join(parent, `descent-bench-${process.pid}-${Math.round(performance.now() * 1000)}`);
    try {
      accessSync(join(parent, 'cgroup.procs'), constants.W_OK);
      mkdirSync(folder);
      statSync(join(folder, file));
    } catch {
      continue;
    }
    return { folder, end: () => endGroup(folder, file) };
  }
  return undefined;
}

function endGroup(folder: string, file: string): number {
  const text = readFileSync(join(folder, file), 'utf8');
  // Microseconds in version 2, nanoseconds in version 1.
  const seconds = file === 'cpu.stat' ? Number(/usage_usec (\d+)/.exec(text)?.[1]) / 1e6 : Number(text) / 1e9;
  try {
    rmdirSync(folder);
  } catch {
    // A process still runs in it.
  }
  return seconds;
}
