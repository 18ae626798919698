import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Duplex, Readable } from 'node:stream';
import { endWithGrader, killGroup, leadsGroup } from '../endWithGrader';
import { usageOfTree } from '../processTree';
import type { ProcessEnd, RunningProcess } from './RunningProcess';

const channelIndex = 3;

/**
 * Starts a process for one submission. @param command - program and arguments that start the bundle of `child/main.ts`
 */
export function startCold([program = process.execPath, ...args]: readonly string[]): RunningProcess {
  // A submission gets nothing of the grader's environment or working directory.
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: {},
    cwd: '/',
    detached: leadsGroup,
  });
  endWithGrader(child);
  return {
    channel: child.stdio[channelIndex] as Duplex,
    standardError: child.stderr as Readable,
    pid: child.pid,
    usage: () => (child.pid === undefined ? undefined : usageOfTree(child.pid)),
    kill: () => killGroup(child),
    onEnd: (listener) => {
      child.on('error', (error) =>
        listener({ status: 'lost', reason: `the process could not be started: ${error.message}` }),
      );
      child.on('close', (code, signal) => listener(endOf(code, signal)));
    },
  };
}

// Isolation's launchers report an end by a signal as exit code 128 plus the signal's number, as shells do.
function endOf(code: number | null, signal: NodeJS.Signals | null): ProcessEnd {
  const name = signal ?? signalName((code ?? 0) - 128);
  return name === undefined ? { status: 'exited', code: code ?? 0 } : { status: 'killed', signal: name };
}

/** The name of a signal, by its number on this system. */
export function signalName(number: number): string | undefined {
  return Object.entries(constants.signals).find(([, known]) => known === number)?.[0];
}
