import { rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { DataError, download, fileSize, findDataFolder, unpackTarGz, type Download } from '../files';
import { cifar10Files, cifar10Source, type Cifar10Source } from './source';

export interface GetCifar10 extends Pick<Download, 'attempts' | 'onProgress' | 'patience' | 'pause'> {
  /** Target folder; `data/cifar10` by default. */
  readonly folder?: string | undefined;
  readonly source?: Cifar10Source;
}

/**
 * Makes the files of CIFAR-10 available: downloads the archive, resuming an earlier attempt, verifies it, unpacks it
 * and removes it. An existing archive in the folder is used instead.
 *
 * @returns whether anything had to be done
 * @throws DataError with the reason if that is impossible
 */
export async function getCifar10({
  folder = findDataFolder('cifar10'),
  source = cifar10Source,
  ...options
}: GetCifar10 = {}): Promise<boolean> {
  const names: readonly string[] = [...cifar10Files.train, ...cifar10Files.test];
  const missing = (): readonly string[] => names.filter((name) => fileSize(join(folder, name)) !== source.fileBytes);
  if (missing().length === 0) return false;
  const archive = join(folder, source.archive);
  await download({ ...source, ...options, path: archive });
  await unpackTarGz(archive, (name) => {
    // Only known names are written, regardless of folders in the archive.
    const file = posix.basename(name);
    return names.includes(file) ? join(folder, file) : undefined;
  });
  if (missing().length > 0) {
    throw new DataError({
      en: `${archive} lacks ${missing().join(', ')}, or has them in another size.`,
      zh: `${archive} 中缺少 ${missing().join('、')}，或者其大小不对。`,
    });
  }
  rmSync(archive);
  return true;
}
