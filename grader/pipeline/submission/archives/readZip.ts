import { isUtf8 } from 'node:buffer';
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { crc32 } from './crc32';
import { damage } from './damage';
import { ArchiveDamage, type ArchiveEntry } from './types';

/**
 * The entries of a zip, as listed in its central directory, which is also what other tools show.
 *
 * @throws ArchiveDamage if the directory can't be read
 */
export async function* readZip(path: string): AsyncGenerator<ArchiveEntry, void> {
  // Names are decoded here: yauzl would reject the whole archive for one invalid name.
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(damage);
  try {
    const entries = zip.eachEntry();
    for (;;) {
      const next = await entries.next().catch(damage);
      if (next.done === true) return;
      yield entryOf(zip, next.value);
    }
  } finally {
    zip.close();
  }
}

function entryOf(zip: ZipFile, entry: Entry): ArchiveEntry {
  const name = nameOf(entry);
  return {
    name,
    kind: kindOf(entry, name),
    bytes: entry.uncompressedSize,
    locked: lockOf(entry),
    content: () => contentOf(zip, entry),
  };
}

const utf8Flag = 0x800;

/** macOS writes names in UTF-8 without setting the flag: valid non-ASCII UTF-8 is almost never anything else. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const flags = isUtf8(fileNameRaw) ? generalPurposeBitFlag | utf8Flag : generalPurposeBitFlag;
  if ((flags & utf8Flag) === 0 && isChinese(fileNameRaw)) return new TextDecoder('gbk').decode(fileNameRaw);
  // Not strict: old Windows tools write backslashes between folders.
  return getFileNameLowLevel(flags, fileNameRaw, extraFields, false);
}

/**
 * Chinese Windows writes names in GBK without a mark: pairs of bytes from the rows of Chinese characters. In the code
 * pages of Western names these are frames and Greek letters, or accented letters that never stand side by side.
 */
function isChinese(name: Buffer): boolean {
  return /^(?:[\x20-\x7e]|[\xb0-\xf7][\xa1-\xfe])+$/.test(name.toString('latin1'));
}

/** Unix tools store the file's mode in the upper half of the attributes. */
function kindOf(entry: Entry, name: string): ArchiveEntry['kind'] {
  if (name.endsWith('/')) return 'folder';
  switch ((entry.externalFileAttributes >>> 16) & 0o170000) {
    case 0:
    case 0o100000:
      return 'file';
    case 0o040000:
      return 'folder';
    case 0o120000:
      return 'link';
    default:
      return 'special';
  }
}

function lockOf(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return 'it is encrypted with a password';
  return entry.canDecodeFileData()
    ? undefined
    : 'it is compressed in an unusual way; choose the standard one (Deflate)';
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array, void> {
  const stream = await zip.openReadStreamPromise(entry).catch(damage);
  let checksum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    damage(error);
  } finally {
    stream.destroy();
  }
  if (checksum !== entry.crc32)
    throw new ArchiveDamage('its checksum is wrong, so it was damaged on the way; make the archive again');
}
