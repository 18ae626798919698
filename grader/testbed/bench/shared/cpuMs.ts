import { readFileSync } from 'node:fs';

/** The kernel's clock ticks for CPU time. */
const ticksPerSecond = 100;

/** CPU milliseconds of a process, without its children. @throws if it has ended */
export function cpuMs(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
    .slice(11, 13);
  return (1_000 * (user + system)) / ticksPerSecond;
}
