import { cp, lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isOfTools } from '../../pipeline/submission';
import { writeWhole } from '../../files';
import type { ClassEntry } from './findSubmissions';

/**
 * Keeps what was graded, and its result, as another attempt in `OUT/attempts/NAME/NUMBER`: the last is the one that
 * counts, and none is ever changed.
 *
 * @returns its number
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
  // Links are kept as links, and what tools put beside the files is no one's work.
  const filter = (from: string): boolean =>
    from === path || !isOfTools(from.slice(path.length + 1).replaceAll('\\', '/'));
  if (status !== undefined) await cp(path, target, { recursive: true, verbatimSymlinks: true, filter });
  await writeWhole(join(own, 'result.json'), result);
  return number;
}
