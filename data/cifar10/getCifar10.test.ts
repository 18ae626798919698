import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serveFile } from '../files/testing/serveFile';
import { writeTar } from '../files/testing/writeTar';
import { getCifar10 } from './getCifar10';
import { cifar10Source, type Cifar10Source } from './source';

const names = [
  'data_batch_1.bin',
  'data_batch_2.bin',
  'data_batch_3.bin',
  'data_batch_4.bin',
  'data_batch_5.bin',
  'test_batch.bin',
];
const folderInArchive = 'cifar-10-batches-bin';

/** A small archive: two incompressible records per file. */
function makeArchive(files: readonly string[]): {
  archive: Uint8Array;
  source: Omit<Cifar10Source, 'url'>;
  contentOf: (name: string) => Uint8Array;
} {
  const contentOf = (name: string): Uint8Array => {
    const blocks = Array.from({ length: 200 }, (_, block) => createHash('sha256').update(`${name} ${block}`).digest());
    return Buffer.concat(blocks).subarray(0, 6146);
  };
  const entries = files.map((name) => ({ name: `${folderInArchive}/${name}`, content: contentOf(name) }));
  const archive = gzipSync(
    writeTar([{ name: `${folderInArchive}/`, content: new Uint8Array(0), type: '5' }, ...entries]),
  );
  const md5 = createHash('md5').update(archive).digest('hex');
  return { archive, source: { archive: 'archive.tar.gz', bytes: archive.length, md5, fileBytes: 6146 }, contentOf };
}

describe('getCifar10', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'get-cifar10-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('should download, resume after an interruption, unpack and clean up', async () => {
    const { archive, source, contentOf } = makeArchive(['readme.html', ...names]);
    const server = await serveFile(archive, [{ kind: 'break', after: 20_000 }, { kind: 'whole' }]);
    try {
      await expect(getCifar10({ folder, pause: 0, source: { ...source, url: server.url } })).resolves.toBe(true);
      const [first, second] = server.requests.map(({ range }) => range);
      expect(first).toBeUndefined();
      expect(second).toMatch(/^bytes=[1-9]\d*-$/);
      expect(readdirSync(folder).toSorted()).toEqual(names);
      for (const name of names) expect(readFileSync(join(folder, name)).equals(contentOf(name))).toBe(true);
      await expect(getCifar10({ folder, source: { ...source, url: server.url } })).resolves.toBe(false);
      expect(server.requests).toHaveLength(2);
    } finally {
      await server.close();
    }
  });

  it('should need no network when the archive exists', async () => {
    const { archive, source } = makeArchive(names);
    writeFileSync(join(folder, 'archive.tar.gz'), archive);
    await expect(getCifar10({ folder, source: { ...source, url: 'http://127.0.0.1:9/' } })).resolves.toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(names);
  });

  it('should report a missing file in the archive', async () => {
    const { archive, source } = makeArchive(names.slice(1));
    writeFileSync(join(folder, 'archive.tar.gz'), archive);
    await expect(getCifar10({ folder, source: { ...source, url: 'http://127.0.0.1:9/' } })).rejects.toThrow(
      /archive\.tar\.gz lacks data_batch_1\.bin, or has them in another size\.$/,
    );
  });

  it('should write nothing outside the folder, regardless of names in the archive', async () => {
    const content = new Uint8Array(6146);
    const archive = gzipSync(
      writeTar([...names.map((name) => ({ name: `../../${name}`, content })), { name: '../evil', content }]),
    );
    const md5 = createHash('md5').update(archive).digest('hex');
    writeFileSync(join(folder, 'a'), archive);
    await getCifar10({ folder, source: { url: '', archive: 'a', bytes: archive.length, md5, fileBytes: 6146 } });
    expect(readdirSync(folder).toSorted()).toEqual(names);
  });
});

describe('the source of CIFAR-10', () => {
  // 10,000 records of 3,073 bytes.
  it('should have files of ten thousand records', () => {
    expect(cifar10Source.fileBytes).toBe(10_000 * 3073);
  });
});
