import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { GradedFiles } from './gradedFiles';

/**
 * A zip that is the same, byte for byte, whenever and wherever the same files are packed. So its checksum tells whether
 * two are the same. Not compressed: what compression makes of a file changes with the version of Node.
 */
export async function zipOf(files: GradedFiles): Promise<Buffer> {
  const zip = new ZipFile();
  // The first day that a zip can say; told in local time, which makes it the same in all zones.
  const mtime = new Date(1980, 0, 1);
  for (const [path, content] of files)
    zip.addBuffer(content, path, { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}
