import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { BatchRefusal } from './BatchRefusal';
import { CannotWrite, parseJson } from '../../files';

const ownerSchema = z.object({ pid: z.number(), startedAt: z.string(), host: z.string() });
type Owner = z.infer<typeof ownerSchema>;

/** A lock still incomplete after this long was left behind. */
const longestWriteMs = 5_000;

/**
 * Locks a folder for this process until the returned function is called. The lock of a process that was killed is
 * ignored: its process is gone, or its id was reused by one that started later.
 *
 * @throws BatchRefusal if another process holds the lock
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, '.lock');
  const mine = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid), host: hostname() } satisfies Owner);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return async () => {
        if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
      };
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code !== 'EEXIST') throw new CannotWrite(file, failure);
    }
    await removeIfLeftBehind(folder, file);
  }
  throw new BatchRefusal(`${folder} is being locked by other batches; try again`);
}

async function removeIfLeftBehind(folder: string, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const owner = ownerOf(text);
  if (owner === undefined && Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? 0) < longestWriteMs) {
    throw new BatchRefusal(
      `another batch is just starting on ${folder}; wait for it, or name another folder with --out`,
    );
  }
  if (owner !== undefined && owner.host !== hostname()) {
    throw new BatchRefusal(
      `${folder} is in use on ${owner.host}; wait for it, or delete ${file} if nothing is running there`,
    );
  }
  if (owner !== undefined && startOf(owner.pid) === owner.startedAt) {
    throw new BatchRefusal(
      `${folder} is in use by another batch (process ${owner.pid}); wait for it, or name another folder with --out`,
    );
  }
  // Renaming ensures that only one of several processes removes a stale lock. A new lock created in between is
  // restored.
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  if ((await readFile(aside, 'utf8').catch(() => text)) === text) await rm(aside, { force: true });
  else await rename(aside, file);
}

function ownerOf(text: string): Owner | undefined {
  const owner = parseJson(text, ownerSchema);
  return owner.status === 'read' ? owner.value : undefined;
}

/** Start time of a process in a system-specific unit; empty if it is not running. */
function startOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command name in parentheses can contain anything, so count from its end: the start time is the 20th field
      // after it.
      return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    } catch {
      return '';
    }
  }
  if (process.platform !== 'win32')
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  try {
    process.kill(pid, 0);
    return 'running';
  } catch {
    return '';
  }
}
