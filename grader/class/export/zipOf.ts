import { ZipFile } from 'yazl';

/** A file of the package, by its path in the zip. */
export interface PackedFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable?: boolean;
}

/** Same content, same bytes: the earliest time that a zip can say. */
const noTime = new Date(1980, 0, 1);

/** A zip of these files, in the order of their paths. */
export async function zipOf(files: readonly PackedFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, content, executable = false } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    zip.addBuffer(Buffer.from(content), path, { mtime: noTime, mode: executable ? 0o100755 : 0o100644 });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
