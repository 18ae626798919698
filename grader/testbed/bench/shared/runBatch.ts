import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BatchCall {
  readonly folder: string;
  readonly ids: readonly string[];
  readonly jobs: number;
  readonly more?: readonly string[];
}

/** The command that grades `folder/submissions` into `folder/out`. */
export function batchCommand({ folder, ids, jobs, more = [] }: BatchCall): readonly string[] {
  const call = [
    process.execPath,
    join('grader', 'cli', 'bin.js'),
    'batch',
    join(folder, 'submissions'),
    '--out',
    join(folder, 'out'),
  ];
  return [
    ...call,
    '-a',
    ...ids,
    '--jobs',
    String(jobs),
    '--allow-weak-isolation',
    '--quiet',
    '--seed',
    'bench',
    ...more,
  ];
}

export function startBatch(call: BatchCall): ChildProcess {
  const [program = '', ...args] = batchCommand(call);
  return spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The exit code, or the signal that ended the process. */
export function endOf(batch: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => batch.once('exit', (code, signal) => resolve(signal ?? code)));
}

/** Names of the written results. */
export function resultsIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'out', 'results')).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

/** Peak memory of a process in MB; 0 if unknown. */
export function peakMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

/** The direct children of a process. */
export function childrenOf(pid: number | undefined): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text
      .split(' ')
      .filter((part) => part !== '')
      .map(Number);
  } catch {
    return [];
  }
}
