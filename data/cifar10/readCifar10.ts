import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageBytes } from '../examples/examples';
import { DataError } from '../files/DataError';
import { fileSize } from '../files/fileSize';
import { findDataFolder } from '../files/findDataFolder';
import { parseRecords, recordBytes } from './parseRecords';
import { cifar10Files, cifar10Source } from './source';

export interface Cifar10Range {
  readonly part: keyof typeof cifar10Files;
  /** Number of the first image, from 0; the training files count as one. */
  readonly from: number;
  readonly count: number;
  /** Folder of the files; `data/cifar10` by default. */
  readonly folder?: string | undefined;
}

const imagesPerFile = cifar10Source.fileBytes / recordBytes;

/** Number of images in all training files, and in the test file. */
export const cifar10Counts = { train: cifar10Files.train.length * imagesPerFile, test: imagesPerFile } as const;

/**
 * Reads a range of images without loading tfjs, and only the needed parts of the files.
 *
 * @returns pixels (count · 3,072) in 0..255, see Note [Channels last], and labels in 0..9
 * @throws DataError if a file is missing or has another size; RangeError if there are fewer images
 */
export function readCifar10({ part, from, count, folder = findDataFolder('cifar10') }: Cifar10Range): ImageBytes {
  const within =
    Number.isInteger(from) && Number.isInteger(count) && from >= 0 && count >= 0 && from + count <= cifar10Counts[part];
  if (!within)
    throw new RangeError(
      `CIFAR-10 has ${cifar10Counts[part]} ${part} images; ${count} from number ${from} on are not among them.`,
    );
  const records = new Uint8Array(count * recordBytes);
  for (let done = 0; done < count;) {
    const place = (from + done) % imagesPerFile;
    const here = Math.min(count - done, imagesPerFile - place);
    const path = join(folder, cifar10Files[part][Math.floor((from + done) / imagesPerFile)] ?? '');
    readPiece(path, place * recordBytes, records.subarray(done * recordBytes, (done + here) * recordBytes));
    done += here;
  }
  return parseRecords(records);
}

function readPiece(path: string, position: number, target: Uint8Array): void {
  const size = fileSize(path);
  if (size === undefined) {
    throw new DataError({
      en: `${path} is not there. CIFAR-10 has to be downloaded once (170 MB): node data/run.js cifar10/get`,
      zh: `没有 ${path}。CIFAR-10 需要先下载一次（170 MB）：node data/run.js cifar10/get`,
    });
  }
  if (size !== cifar10Source.fileBytes) {
    const { fileBytes } = cifar10Source;
    throw new DataError({
      en: `${path} has ${size} bytes instead of ${fileBytes}. Delete it, then: node data/run.js cifar10/get`,
      zh: `${path} 有 ${size} 字节，应为 ${fileBytes} 字节。请删除它，再运行：node data/run.js cifar10/get`,
    });
  }
  const file = openSync(path, 'r');
  try {
    for (let length = 0; length < target.length;) {
      const read = readSync(file, target, length, target.length - length, position + length);
      if (read === 0)
        throw new DataError({ en: `${path} became shorter while it was read.`, zh: `${path} 在读取时变短了。` });
      length += read;
    }
  } finally {
    closeSync(file);
  }
}
