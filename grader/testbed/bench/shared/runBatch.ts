import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BatchCall {
  readonly folder: string;
  readonly id: string;
  readonly jobs: number;
  /** Isolation level; the strongest unless said. */
  readonly level?: string;
  readonly more?: readonly string[];
}

/** Starts `grader batch` on `folder/submissions`, into `folder/out`. */
export function startBatch({ folder, id, jobs, level, more = [] }: BatchCall): ChildProcess {
  const args = [join('grader', 'cli', 'bin.js'), 'batch', join(folder, 'submissions'), '--out', join(folder, 'out')];
  return spawn(
    process.execPath,
    [...args, '-a', id, '--jobs', String(jobs), '--allow-weak-isolation', '--quiet', '--seed', 'bench', ...more],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...(level === undefined ? {} : { DESCENT_ISOLATION: level }) },
    },
  );
}

/** Exit code, or the signal that ended it. */
export function endOf(batch: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => batch.once('exit', (code, signal) => resolve(signal ?? code)));
}

/** Names of the results that are there. */
export function resultsIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'out', 'results')).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

/** Most memory that a process has held so far, in MB; 0 where it can't be told. */
export function peakMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

/** Processes that a process has started. */
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
