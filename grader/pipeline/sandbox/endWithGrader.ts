import type { ChildProcess } from 'node:child_process';

/** Where process groups exist, each process leads its own, so that a signal reaches all of its descendants. */
export const leadsGroup = process.platform !== 'win32';

const running = new Set<ChildProcess>();
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends a process together with the grader, and keeps the grader from being taken over through SIGUSR1. */
export function endWithGrader(child: ChildProcess): void {
  if (running.size === 0) process.on('exit', killAll);
  if (running.size === 0 && leadsGroup) {
    for (const signal of endings) process.on(signal, passOn);
    // Without a listener, SIGUSR1 opens Node's debugger, through which any process of the same user could take over the
    // grader.
    if (!process.listeners('SIGUSR1').includes(ignore)) process.on('SIGUSR1', ignore);
  }
  running.add(child);
  child.once('exit', () => forget(child));
  child.once('error', () => forget(child));
}

/** Kills a process and its whole group, including isolation's helpers. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (leadsGroup) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It ended first.
  }
}

function forget(child: ChildProcess): void {
  if (!running.delete(child) || running.size > 0) return;
  process.off('exit', killAll);
  for (const signal of endings) process.off(signal, passOn);
}

function killAll(): void {
  for (const child of running) killGroup(child);
}

// A process group of its own doesn't receive Ctrl-C. If there are other listeners, they decide when to exit.
function passOn(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  killAll();
  process.off(signal, passOn);
  process.kill(process.pid, signal);
}

function ignore(): void {}
