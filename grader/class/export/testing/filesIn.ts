import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** What a zip holds, by the paths in it. */
export async function filesIn(zip: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = await fromBufferPromise(Buffer.from(zip));
  for await (const entry of archive.eachEntry())
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  return files;
}
