import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { DataError } from './DataError';

/**
 * Reads a file whose content is known in advance.
 *
 * @param sha256 - its checksum, 64 hexadecimal digits
 * @throws DataError if the checksum differs; errors of the file system if the file can't be read
 */
export function readChecked(path: string, sha256: string): Uint8Array {
  const bytes = readFileSync(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw new DataError({
      en:
        `${path} is damaged or was changed: its SHA-256 is ${found}, and should be ${sha256}. ` +
        'Restore the file from the release (with git: git checkout -- FILE).',
      zh:
        `${path} 已损坏或被改动：它的 SHA-256 是 ${found}，应为 ${sha256}。` +
        '请从发布的课程文件中恢复它（使用 git：git checkout -- FILE）。',
    });
  }
  return bytes;
}

/** MD5 of a large file, read as a stream: detects accidents, not attacks. */
export async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
