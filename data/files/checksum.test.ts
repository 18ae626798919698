import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { md5Of, readChecked } from './checksum';

// The checksums of "abc", from FIPS 180-2 and RFC 1321.
const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const md5 = '900150983cd24fb0d6963f7d28e17f72';

describe('checksums of files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'checksum-'));
    writeFileSync(join(folder, 'whole'), 'abc');
    writeFileSync(join(folder, 'damaged'), 'abd');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('should read a file with the expected content', () => {
    expect(Array.from(readChecked(join(folder, 'whole'), sha256))).toEqual([97, 98, 99]);
  });

  it('should report both checksums and what to do for other content', () => {
    expect(() => readChecked(join(folder, 'damaged'), sha256)).toThrow(
      /damaged is damaged .* SHA-256 is a52d.*, and should be ba78.*git checkout/,
    );
  });

  it('should compute the MD5 of a stream', async () => {
    await expect(md5Of(join(folder, 'whole'))).resolves.toBe(md5);
  });
});
