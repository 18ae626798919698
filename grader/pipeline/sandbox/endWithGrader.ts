import type { ChildProcess } from 'node:child_process';

/** Processes lead groups of their own where there are groups, so that a signal meets all of one. */
export const leadsGroup = process.platform !== 'win32';

const running = new Set<ChildProcess>();
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Sees to it that a process is gone when the grader is, and that the grader can't be taken over meanwhile. */
export function endWithGrader(child: ChildProcess): void {
  if (running.size === 0) process.on('exit', killAll);
  if (running.size === 0 && leadsGroup) {
    for (const signal of endings) process.on(signal, passOn);
    // Without a listener it opens Node's debugger, through which any process of the same user could take the grader
    // over.
    if (!process.listeners('SIGUSR1').includes(ignore)) process.on('SIGUSR1', ignore);
  }
  running.add(child);
  child.once('exit', () => forget(child));
  child.once('error', () => forget(child));
}

/** Ends a process and all of its group, which isolation's own helpers belong to. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (leadsGroup) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It was faster.
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

// A group of its own doesn't hear Ctrl-C. Where somebody else listens, ending is theirs to decide.
function passOn(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  killAll();
  process.off(signal, passOn);
  process.kill(process.pid, signal);
}

function ignore(): void {}
