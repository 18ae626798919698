import { ByteReader } from './ByteReader';
import { DataError } from './DataError';

/**
 * A regular file in an archive. Its content must be read before the next entry is requested; unread content is skipped.
 */
export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

const block = 512;
const damagedHeader = { en: 'the archive has a damaged header', zh: '压缩包中有损坏的文件头' };

/**
 * The regular files of a tar archive, in order.
 *
 * Note [Tar]: an archive is a sequence of entries, each a header of one block followed by the content, padded to whole
 * blocks; a block of zeros ends it. Relevant header fields:
 *
 *     0  name, 100 bytes      124  size in octal, 12      156  type, 1          345  folder of the name, 155
 *                             148  checksum in octal, 8   257  "ustar", 5
 *
 * Folders, links and the headers of extensions (pax, GNU's long names) are skipped, so names of more than 100 bytes may
 * be truncated. That is enough for archives with known file names; this is not a general reader.
 *
 * @throws DataError if the archive ends early or a header's checksum is wrong
 * @see POSIX.1-1988, "ustar interchange format"
 */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry, void> {
  const reader = new ByteReader(chunks);
  for (;;) {
    const header = await reader.take(block);
    if (header.length < block)
      throw new DataError({ en: 'the archive ends without its end mark', zh: '压缩包没有结束标记就结束了' });
    if (header.every((byte) => byte === 0)) break;
    requireChecksum(header);
    const bytes = octal(header, 124, 12);
    let unread = bytes;
    const content = async function* (): AsyncGenerator<Uint8Array, void> {
      for await (const piece of reader.pieces(unread)) {
        unread -= piece.length;
        yield piece;
      }
    };
    if (isRegular(header[156])) yield { name: nameOf(header), bytes, content: content() };
    const padding = (block - (bytes % block)) % block;
    if ((await reader.skip(unread + padding)) < unread + padding)
      throw new DataError({ en: 'the archive ends in the middle of a file', zh: '压缩包在一个文件中间就结束了' });
  }
  // Data after the end mark is ignored, but a compressed stream is only verified when read to its end.
  await reader.skip(Infinity);
}

/** Type 0, which very old archives write as a zero byte. */
function isRegular(type: number | undefined): boolean {
  return type === 0 || type === '0'.charCodeAt(0);
}

function nameOf(header: Uint8Array): string {
  const folder = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : '';
  const name = text(header, 0, 100);
  return folder === '' ? name : `${folder}/${name}`;
}

/** Up to the first zero byte. */
function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

function octal(header: Uint8Array, start: number, length: number): number {
  const digits = text(header, start, length).trim();
  if (!/^[0-7]+$/.test(digits)) throw new DataError(damagedHeader);
  return parseInt(digits, 8);
}

/** The sum of the header's bytes, with its own field taken as eight spaces. */
function requireChecksum(header: Uint8Array): void {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (sum !== octal(header, 148, 8)) throw new DataError(damagedHeader);
}
