import { cp, lstat, mkdir, open, opendir, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isOfTools } from '../../pipeline/submission';
import { ifAbsent, writeWhole } from '../../files';
import type { ClassEntry } from './findSubmissions';

/**
 * Stores a graded submission and its result as a new attempt in `OUT/attempts/NAME/NUMBER`. The last attempt counts;
 * earlier ones never change.
 *
 * @returns the attempt's number
 */
export async function keepAttempt(out: string, { name, path }: ClassEntry, result: string): Promise<number> {
  const folder = join(out, 'attempts', name);
  await mkdir(folder, { recursive: true });
  const numbers = (await readdir(folder)).map(Number).filter(Number.isInteger);
  const number = Math.max(0, ...numbers) + 1;
  const own = join(folder, String(number).padStart(4, '0'));
  await mkdir(own);
  const status = await lstat(path).catch(ifAbsent(undefined));
  const target = join(own, status?.isDirectory() === true ? 'files' : `files${extname(basename(path))}`);
  // Copies links as links, and skips files added by tools, and what can't be read: the result says so.
  const filter = async (from: string): Promise<boolean> =>
    (from === path || !isOfTools(from.slice(path.length + 1).replaceAll('\\', '/'))) && (await canCopy(from));
  if (status !== undefined) await cp(path, target, { recursive: true, verbatimSymlinks: true, filter });
  await writeWhole(join(own, 'result.json'), result);
  return number;
}

async function canCopy(path: string): Promise<boolean> {
  try {
    const status = await lstat(path);
    if (status.isSymbolicLink()) return true;
    // Opening a pipe would block forever.
    if (!status.isFile() && !status.isDirectory()) return false;
    await (await (status.isFile() ? open(path) : opendir(path))).close();
    return true;
  } catch {
    return false;
  }
}
