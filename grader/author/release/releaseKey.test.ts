import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReleaseKey } from './releaseKey';

describe('openReleaseKey', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('should create a key once, readable only by its owner', async () => {
    const file = join(folder, '.descent', 'key.pem');
    const first = await openReleaseKey(file);
    expect(first.isNew).toBe(true);
    if (platform() !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const second = await openReleaseKey(file);
    expect(second.isNew).toBe(false);
    expect(second.key.equals(first.key)).toBe(true);
  });

  it('should not create another key if the existing one is unreadable', async () => {
    const file = join(folder, 'key.pem');
    await writeFile(file, 'damaged');
    await expect(openReleaseKey(file)).rejects.toThrow(`${file} is no private ed25519 key in PEM`);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await expect(openReleaseKey(file)).rejects.toThrow(`${file} is no private ed25519 key in PEM`);
    await expect(openReleaseKey(folder)).rejects.toThrow("can't be read (EISDIR)");
  });
});
