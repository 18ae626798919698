import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Delivery, Sorted } from '../types';

/**
 * Sorts the clones of GitHub Classroom's assistant: a folder `ASSIGNMENT-USERNAME` for each student. The time of the
 * last commit is the time of submission.
 *
 * @param folder - contains the clones
 */
export async function sortGithub(folder: string, files: readonly string[]): Promise<Sorted> {
  const inside = files.filter((file) => file.includes('/'));
  const tops = [...new Set(inside.map((file) => file.slice(0, file.indexOf('/'))))];
  const deliveries: Delivery[] = [];
  for (const top of tops)
    deliveries.push({
      label: top,
      people: [{ name: '', clone: top }],
      files: inside
        .filter((file) => file.startsWith(`${top}/`))
        .map((from) => ({ from, path: from.slice(top.length + 1), order: 0 })),
      submittedAt: await committedAt(join(folder, top, '.git')),
      isLate: false,
    });
  const loose = files.filter((file) => !file.includes('/'));
  return { deliveries, unplaced: loose.map((file) => ({ file, reason: 'it is in no clone' })) };
}

/** Reads one object with git: the configuration of an untrusted repository must run no program, and fetch nothing. */
async function committedAt(gitFolder: string): Promise<Date | undefined> {
  if ((await stat(gitFolder).catch(() => undefined))?.isDirectory() !== true) return undefined;
  const args = [`--git-dir=${gitFolder}`, '-c', 'safe.directory=*', 'cat-file', 'commit', 'HEAD'];
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
  const commit = await promisify(execFile)('git', args, { env, timeout: 10_000 }).catch(() => undefined);
  const seconds = /^committer .* (\d+) [+-]\d{4}$/m.exec(commit?.stdout ?? '')?.[1];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000);
}
