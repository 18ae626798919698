import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../crc32';

/** An entry of a zip, honest by default. */
export interface ZipEntry {
  readonly name: string;
  /** Written in the name's place, without the flag "the name is in UTF-8". */
  readonly nameBytes?: Uint8Array;
  readonly content?: string | Uint8Array;
  /** Unix file type and permissions. */
  readonly mode?: number;
  readonly isDeflated?: boolean;
  /** Bits of the general purpose flag besides that of the name; 1 is "encrypted". */
  readonly flags?: number;
  /** False claims. */
  readonly claimedBytes?: number;
  readonly claimedChecksum?: number;
  readonly claimedMethod?: number;
}

/**
 * For tests: the bytes of a zip, honest or not, written directly from the format's specification to avoid any
 * validation.
 */
export function madeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, nameBytes, mode = 0o100644, isDeflated = false, flags = 0 } = entry;
    const content = Buffer.from(entry.content ?? '');
    const data = isDeflated ? deflateRawSync(content) : content;
    const path = Buffer.from(nameBytes ?? name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((nameBytes === undefined ? 0x800 : 0) | flags, 2);
    fields.writeUInt16LE(entry.claimedMethod ?? (isDeflated ? 8 : 0), 4);
    // 1980-01-01, the earliest date of the format.
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(entry.claimedChecksum ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(entry.claimedBytes ?? content.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, path, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((mode & 0xffff) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    // Made by Unix, so that the mode is used.
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), fields, rest, path]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}
