import { readTar } from './readTar';
import { writeTar } from './testing/writeTar';

const bytes = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);

// eslint-disable-next-line @typescript-eslint/require-await -- an async generator is what a stream looks like
async function* inChunks(archive: Uint8Array, length: number): AsyncGenerator<Uint8Array, void> {
  for (let start = 0; start < archive.length; start += length) yield archive.subarray(start, start + length);
}

async function contents(archive: Uint8Array, chunk = 1000): Promise<[string, number[]][]> {
  const found: [string, number[]][] = [];
  for await (const { name, content } of readTar(inChunks(archive, chunk))) {
    const values: number[] = [];
    for await (const piece of content) values.push(...piece);
    found.push([name, values]);
  }
  return found;
}

describe('readTar', () => {
  const two = writeTar([
    { name: 'a.bin', content: bytes(513, 7) },
    { name: 'b.bin', content: bytes(512, 8), folder: 'deep/down' },
  ]);

  it.each([1, 7, 511, 512, 513, 100_000])('should return names and contents for chunks of %i bytes', async (chunk) => {
    await expect(contents(two, chunk)).resolves.toEqual([
      ['a.bin', Array.from(bytes(513, 7))],
      ['deep/down/b.bin', Array.from(bytes(512, 8))],
    ]);
  });

  it('should find the next file after partially read or unread content', async () => {
    const three = writeTar(['a', 'b', 'c'].map((name) => ({ name, content: bytes(1300, 1) })));
    const names: string[] = [];
    for await (const { name, content } of readTar(inChunks(three, 600))) {
      names.push(name);
      if (name === 'b') for await (const _piece of content) break;
    }
    expect(names).toEqual(['a', 'b', 'c']);
  });

  it('should skip folders, links and extensions', async () => {
    const mixed = writeTar([
      { name: 'folder/', content: bytes(0, 0), type: '5' },
      { name: 'link', content: bytes(0, 0), type: '2' },
      { name: 'pax', content: bytes(30, 65), type: 'x' },
      { name: 'old', content: bytes(3, 9), type: '\0' },
    ]);
    await expect(contents(mixed)).resolves.toEqual([['old', [9, 9, 9]]]);
  });

  it('should reject a changed header', async () => {
    const damaged = Uint8Array.from(two);
    damaged[0] = 'x'.charCodeAt(0);
    await expect(contents(damaged)).rejects.toThrow('the archive has a damaged header');
  });

  // 512 header + 1024 for 513 bytes + 512 header + 512: the end mark begins at 2560.
  it.each([
    [2560, 'the archive ends without its end mark'],
    [2500, 'the archive ends in the middle of a file'],
    [600, 'the archive ends in the middle of a file'],
    [100, 'the archive ends without its end mark'],
  ])('should refuse an archive cut after %i bytes', async (length, message) => {
    await expect(contents(two.subarray(0, length))).rejects.toThrow(message);
  });
});
