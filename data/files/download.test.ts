import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { download, type Download } from './download';
import { serveFile, type Behaviour, type FileServer } from './testing/serveFile';

const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251);
const md5 = createHash('md5').update(content).digest('hex');

describe('download', () => {
  let folder = '';
  let path = '';
  let server: FileServer | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'download-'));
    path = join(folder, 'file.tar.gz');
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    rmSync(folder, { recursive: true });
  });

  async function from(behaviours: readonly Behaviour[], options: Partial<Download> = {}): Promise<void> {
    server = await serveFile(content, behaviours);
    await download({ url: server.url, path, bytes: content.length, md5, pause: 0, ...options });
  }
  const ranges = (): unknown[] | undefined => server?.requests.map(({ range }) => range);
  const starts = (): number[] => (server?.requests ?? []).map(({ range }) => Number(/\d+/.exec(range ?? '')?.[0] ?? 0));
  const isWhole = (): boolean => readFileSync(path).equals(content) && !existsSync(`${path}.part`);

  it('should fetch the whole file and report progress', async () => {
    const seen: number[] = [];
    await from([{ kind: 'whole' }], { onProgress: (bytes) => void seen.push(bytes) });
    expect(isWhole()).toBe(true);
    expect(seen.at(-1)).toBe(300_000);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(server?.requests[0]).toMatchObject({ 'accept-encoding': 'identity' });
  });

  it('should resume after a broken connection', async () => {
    await from([{ kind: 'break', after: 100_000 }, { kind: 'break', after: 50_000 }, { kind: 'whole' }]);
    expect(isWhole()).toBe(true);
    // How much arrives depends on the network; only lost bytes may be fetched twice.
    const [first, second, third] = starts();
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThanOrEqual(100_000);
    expect(third).toBeGreaterThan(second ?? NaN);
    expect(third).toBeLessThanOrEqual((second ?? NaN) + 50_000);
  });

  it('should resume when the server stops sending', async () => {
    await from([{ kind: 'stall', after: 1000 }, { kind: 'whole' }], { patience: 0.5 });
    expect(isWhole()).toBe(true);
    expect(ranges()).toEqual([undefined, 'bytes=1000-']);
  });

  it('should resume in the next call after giving up, and report what is kept', async () => {
    const first = from([
      { kind: 'break', after: 120_000 },
      { kind: 'status', status: 503 },
    ]);
    await expect(first).rejects.toThrow(
      /^Could not download http.*: the server answers 503; it may be busy\. 0\.1 MB of 0\.3 MB are kept; the next attempt resumes there\.$/,
    );
    // The first connection and three failed ones.
    expect(server?.requests).toHaveLength(4);
    await server?.close();
    const kept = statSync(`${path}.part`).size;
    expect(kept).toBeGreaterThan(50_000);
    await from([{ kind: 'whole' }]);
    expect(ranges()).toEqual([`bytes=${kept}-`]);
    expect(isWhole()).toBe(true);
  });

  it('should restart when the server does not support ranges', async () => {
    writeFileSync(`${path}.part`, content.subarray(0, 5000));
    await from([{ kind: 'ignoreRange' }]);
    expect(isWhole()).toBe(true);
  });

  it('should restart when the partial file is longer than the file', async () => {
    writeFileSync(`${path}.part`, new Uint8Array(content.length + 1));
    await from([{ kind: 'whole' }]);
    expect(ranges()).toEqual([undefined]);
    expect(isWhole()).toBe(true);
  });

  it('should request nothing when the partial file is complete, or the file exists', async () => {
    writeFileSync(`${path}.part`, content);
    await from([{ kind: 'status', status: 500 }]);
    expect(isWhole()).toBe(true);
    await download({ url: 'http://127.0.0.1:9/', path, bytes: content.length, md5 });
    expect(server?.requests).toHaveLength(0);
  });

  it('should delete the file and say so when the checksum differs', async () => {
    writeFileSync(`${path}.part`, new Uint8Array(5000));
    await expect(from([{ kind: 'whole' }])).rejects.toThrow(
      new RegExp(
        `^The download from http.* is not the expected file: 300000 bytes with MD5 \\w{32}, not 300000 bytes with MD5 ${md5}\\. It has been deleted`,
      ),
    );
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });

  it('should not delete a file that someone else put there', async () => {
    writeFileSync(path, 'mine');
    await expect(from([{ kind: 'whole' }])).rejects.toThrow(
      /is not the expected file: 4 bytes .* Delete it and try again\.$/,
    );
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it.each([
    ['Log in', 'something of 6 bytes, and the file has 300000. Is there a login page in between?'],
    ['x'.repeat(300_001), 'more than 300000 bytes, and the file has 300000. Is there a login page in between?'],
  ])('should not keep a login page for a file', async (text, reason) => {
    await expect(from([{ kind: 'page', text }])).rejects.toThrow(reason);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it('should not retry when the file is not on the server', async () => {
    await expect(from([{ kind: 'status', status: 404 }])).rejects.toThrow(
      'the server answers 404 instead of sending the file',
    );
    expect(server?.requests).toHaveLength(1);
  });

  it('should follow a redirect', async () => {
    const target = await serveFile(content, [{ kind: 'whole' }]);
    try {
      await from([{ kind: 'redirect', to: target.url }]);
      expect(isWhole()).toBe(true);
    } finally {
      await target.close();
    }
  });

  it('should give up on circular redirects', async () => {
    await expect(from([{ kind: 'redirect', to: '/again' }])).rejects.toThrow('redirects more than 5 times');
  });

  it.each([
    ['http://127.0.0.1:9/file', 'the server refuses connections (ECONNREFUSED)'],
    ['http://no-such-server.invalid/file', 'the server was not found; is this computer offline, or behind a proxy?'],
    ['file:///etc/hostname', 'is not a web address'],
  ])('should say in plain words why %s fails', async (url, reason) => {
    await expect(download({ url, path, bytes: 1, md5, pause: 0, attempts: 1 })).rejects.toThrow(reason);
  });

  it('should report a missing folder', async () => {
    path = join(folder, 'nowhere', 'file');
    await expect(from([{ kind: 'whole' }])).rejects.toThrow(/^Could not write .*nowhere.*ENOENT/);
  });

  it('should also report errors in Chinese', async () => {
    const before = process.env.DESCENT_LANG;
    process.env.DESCENT_LANG = 'zh';
    try {
      await expect(from([{ kind: 'whole' }], { md5: '0'.repeat(32) })).rejects.toThrow('不是应有的文件');
      await server?.close();
      await expect(from([{ kind: 'whole' }], { url: 'ftp://a.invalid/file' })).rejects.toThrow(
        'ftp://a.invalid/file 不是网址',
      );
      await server?.close();
      await expect(from([{ kind: 'whole' }], { bytes: content.length + 1 })).rejects.toThrow('中间是不是有登录页面');
    } finally {
      if (before === undefined) delete process.env.DESCENT_LANG;
      else process.env.DESCENT_LANG = before;
    }
  });
});
