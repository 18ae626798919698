import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliveredFile, Delivery } from './types';

/**
 * Removes Canvas's numbers from file names: it renames every file of a later attempt to `NAME-1`. A file keeps its
 * number if another file has the plain name, or if a file imports it with the number.
 */
export async function undoNumbers(delivery: Delivery, download: string): Promise<Delivery> {
  const { files } = delivery;
  const numbered = files.filter(({ path }) => plainName(path) !== path);
  if (numbered.length === 0) return delivery;
  const texts = await Promise.all(
    files.filter(({ path }) => isCode(path)).map(({ from }) => readFile(join(download, from), 'latin1')),
  );
  const imported = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/['"]\.{1,2}\/(?:[^'"\n]*\/)?([^'"\n/]+)['"]/g)].map(([, name = '']) => stemOf(name)),
    ),
  );
  const isFree = (file: DeliveredFile): boolean =>
    !files.some((other) => other !== file && plainName(other.path) === plainName(file.path));
  return {
    ...delivery,
    files: files.map((file) => {
      const plain = plainName(file.path);
      return plain !== file.path && isFree(file) && !imported.has(stemOf(file.path)) ? { ...file, path: plain } : file;
    }),
  };
}

function plainName(path: string): string {
  return isCode(path) ? path.replace(/-\d+(\.[^./]+)$/, '$1') : path;
}

function stemOf(name: string): string {
  return name.replace(/\.(?:[cm]?[jt]sx?|json)$/i, '');
}

function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|json)$/i.test(path);
}
