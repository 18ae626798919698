import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileProblem } from '../../../types';
import { withFiles } from '../../../../files/testing/withFiles';
import { madeZip, type ZipEntry } from './madeZip';
import type { Unpacked } from '../types';
import { unpackArchive, type UnpackOptions } from '../unpackArchive';

export interface Result {
  readonly answer: Unpacked | FileProblem;
  /** What was written, by path. */
  readonly written: Readonly<Record<string, string>>;
  /** What lies beside the destination afterwards. */
  readonly beside: readonly string[];
}

export async function unpack(name: string, bytes: Uint8Array, options: UnpackOptions = {}): Promise<Result> {
  return withFiles({ [`in/${name}`]: bytes, 'out/kept': '' }, async (folder) => {
    const destination = join(folder, 'out/files');
    const answer = await unpackArchive(join(folder, 'in', name), destination, options);
    const entries = await readdir(destination, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    const written: Record<string, string> = {};
    for (const file of files) {
      expect((await stat(file)).mode & 0o111).toBe(0);
      written[file.slice(destination.length + 1)] = await readFile(file, 'utf8');
    }
    return { answer, written, beside: (await readdir(join(folder, 'out'))).filter((one) => one !== 'files') };
  });
}

export const unzip = (entries: readonly ZipEntry[], options?: UnpackOptions): Promise<Result> =>
  unpack('alice.zip', madeZip(entries), options);

export const losses = '03-losses/losses.ts';
