import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Resources used by a process and its descendants. */
export interface Usage {
  readonly residentBytes: number;
  /** Processor time of all running ones, and of ended ones that they waited for. */
  readonly cpuSeconds: number;
}

const pageBytes = 4096;
/** The kernel's clock ticks for processor time; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;
// Isolation wraps the computing process in one or two others; beyond this a fork bomb is not followed.
const maxProcesses = 64;

/** As reported by the kernel, not the process; undefined without /proc. */
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

/** Usage of one process and of children it waited for; undefined once it has ended. */
export function usageOfProcess(pid: number): Usage | undefined {
  const stat = read(statOf(pid));
  return stat === undefined ? undefined : usageIn(stat);
}

/** The usage of one process, read often: its file stays open. */
export class ProcessUsage {
  static readonly #bytes = Buffer.alloc(2048);
  #file: number | undefined;

  constructor(pid: number) {
    try {
      this.#file = openSync(statOf(pid), 'r');
    } catch {
      // It has ended, or there is no /proc.
    }
  }

  /** Undefined once the process has ended. */
  read(): Usage | undefined {
    if (this.#file === undefined) return undefined;
    try {
      const length = readSync(this.#file, ProcessUsage.#bytes, 0, ProcessUsage.#bytes.length, 0);
      return usageIn(ProcessUsage.#bytes.toString('latin1', 0, length));
    } catch {
      return undefined;
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

const statOf = (pid: number): string => `/proc/${pid}/stat`;

function usageIn(stat: string): Usage {
  // The name, in parentheses, can contain anything; the state is the first field after it.
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
