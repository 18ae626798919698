import { readFileSync } from 'node:fs';

/** What a process and all that it started use. */
export interface Usage {
  readonly residentBytes: number;
  /** Processor time of all that still run, and of those that they waited for. */
  readonly cpuSeconds: number;
}

const pageBytes = 4096;
/** Of the kernel's clock, in which it counts processor time; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;
// Isolation puts one or two processes around the one that computes; a submission that multiplies is cut off here.
const maxProcesses = 64;

/** As the kernel reports it, not the process; undefined where only other means than /proc would. */
export function usageOfTree(pid: number): Usage | undefined {
  if (process.platform !== 'linux') return undefined;
  const pids = [pid];
  let residentBytes = 0;
  let cpuSeconds = 0;
  for (let index = 0; index < pids.length && index < maxProcesses; index += 1) {
    const own = pids[index] ?? pid;
    const usage = usageOfProcess(own);
    if (usage === undefined) continue;
    cpuSeconds += usage.cpuSeconds;
    residentBytes += usage.residentBytes;
    const children = read(`/proc/${own}/task/${own}/children`) ?? '';
    pids.push(
      ...children
        .split(' ')
        .filter((child) => child !== '')
        .map(Number),
    );
  }
  return { residentBytes, cpuSeconds };
}

/** What one process uses, with those that it waited for; undefined once it has ended. */
export function usageOfProcess(pid: number): Usage | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name, in parentheses, may hold anything; the state is the first field behind it.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, usersChildren = 0, systemsChildren = 0] = fields.slice(11, 15);
  return {
    cpuSeconds: (user + system + usersChildren + systemsChildren) / ticksPerSecond,
    residentBytes: (fields[21] ?? 0) * pageBytes,
  };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended.
    return undefined;
  }
}
