import { cp, lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isOfTools } from '../../pipeline/submission';
import { writeWhole } from '../../files';
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
  const status = await lstat(path).catch(() => undefined);
  const target = join(own, status?.isDirectory() === true ? 'files' : `files${extname(basename(path))}`);
  // Copies links as links, and skips files added by tools.
  const filter = (from: string): boolean =>
    from === path || !isOfTools(from.slice(path.length + 1).replaceAll('\\', '/'));
  if (status !== undefined) await cp(path, target, { recursive: true, verbatimSymlinks: true, filter });
  await writeWhole(join(own, 'result.json'), result);
  return number;
}
