import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import { damage } from './damage';
import { harmlessBytes, maxInflation } from './limits';
import { ArchiveDamage, type ArchiveEntry } from './types';

type Entry = Extract extends AsyncIterable<infer One> ? One : never;

/**
 * The entries of a `.tar.gz`, in order. Decompressed as it is read, up to its end, which has the checksum.
 *
 * @param maxBytes - maximum number of decompressed bytes
 * @throws ArchiveDamage if it is damaged, or a bomb
 */
export async function* readTarGz(path: string, maxBytes: number): AsyncGenerator<ArchiveEntry, void> {
  const { size } = await stat(path);
  const source = createReadStream(path);
  const gunzip = createGunzip();
  const bounded = boundedBy(Math.min(maxBytes, Math.max(harmlessBytes, size * maxInflation)));
  const tar = extract();
  const giveUp = (error: Error): void => void tar.destroy(error);
  for (const stage of [source, gunzip, bounded]) stage.on('error', giveUp);
  // Aborting can cause an error when there is no other listener left.
  tar.on('error', () => undefined);
  source.pipe(gunzip).pipe(bounded).pipe(tar);
  const entries = tar[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await entries.next().catch(damage);
      if (next.done === true) return;
      const entry = next.value;
      yield entryOf(entry);
      entry.resume();
    }
  } finally {
    for (const stage of [source, gunzip, bounded, tar]) stage.destroy();
  }
}

function entryOf(entry: Entry): ArchiveEntry {
  const { name, type, size } = entry.header;
  return { name, kind: kindOf(type), bytes: size, locked: undefined, content: () => contentOf(entry) };
}

function kindOf(type: string | null): ArchiveEntry['kind'] {
  switch (type) {
    case 'file':
    case 'contiguous-file':
      return 'file';
    case 'directory':
      return 'folder';
    case 'link':
    case 'symlink':
      return 'link';
    default:
      return 'special';
  }
}

async function* contentOf(entry: Entry): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of entry as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    damage(error);
  }
}

function boundedBy(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else
        done(
          new ArchiveDamage(
            `it swells to more than ${Math.round(maxBytes / 1e6)} MB when it is unpacked; hand in the source files only`,
          ),
        );
    },
  });
}
