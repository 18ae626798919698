import { createReadStream, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { codeOf, DataError, reasonOf } from './DataError';
import { readTar, type TarEntry } from './readTar';

/**
 * Unpacks chosen files of a `.tar.gz`. Each is written under a temporary name first, so existing files are complete.
 *
 * @param destinationOf - target path for a name in the archive; undefined to skip it
 * @throws DataError if the archive is damaged or can't be read
 */
export async function unpackTarGz(archive: string, destinationOf: (name: string) => string | undefined): Promise<void> {
  // Not `stream.pipeline`, which would throw before the partial file is removed.
  const gunzip = createGunzip();
  const source = createReadStream(archive).on('error', (error) => gunzip.destroy(error));
  try {
    for await (const entry of readTar(source.pipe(gunzip))) {
      const destination = destinationOf(entry.name);
      if (destination !== undefined) await write(entry, destination);
    }
  } catch (error) {
    const isFull = codeOf(error) === 'ENOSPC';
    throw new DataError({
      en: `Could not unpack ${archive}: ${isFull ? 'the disk is full' : reasonOf(error)}.`,
      zh: `无法解压 ${archive}：${isFull ? '磁盘已满' : reasonOf(error)}。`,
    });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function write({ content }: TarEntry, destination: string): Promise<void> {
  const part = `${destination}.part`;
  try {
    const file = await open(part, 'w');
    try {
      for await (const piece of content) await file.writeFile(piece);
    } finally {
      await file.close();
    }
    renameSync(part, destination);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
