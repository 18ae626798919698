import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A file to pack, by its path in the zip. */
export interface PackedFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable?: boolean;
}

/** The earliest date of the zip format. */
const firstDay = new Date(1980, 0, 1);

/**
 * A zip of these files, in the order of their paths: the same bytes for the same files everywhere, so that checksums
 * can be compared.
 *
 * @param options.compress - varies between Node versions, so false if the checksum must stay the same for longer
 */
export async function zipOf(files: readonly PackedFile[], { compress = true } = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, content, executable = false } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    zip.addBuffer(Buffer.from(content), path, {
      mtime: firstDay,
      mode: executable ? 0o100755 : 0o100644,
      compress,
      // In local time, so that it is the same in all time zones.
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}
