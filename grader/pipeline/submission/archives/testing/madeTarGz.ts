import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

export interface TarGzEntry {
  readonly name: string;
  readonly content?: string;
  readonly type?: 'file' | 'link' | 'symlink' | 'directory' | 'character-device' | 'fifo';
  readonly linkname?: string;
  readonly mode?: number;
}

/** For tests: the bytes of a `.tar.gz`. */
export async function madeTarGz(entries: readonly TarGzEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content = '', ...header } of entries) tar.entry(header, content);
  tar.finalize();
  return gzipSync(await buffer(tar as AsyncIterable<Uint8Array>));
}
