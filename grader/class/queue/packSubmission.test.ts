import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { withFiles } from '../../files/testing/withFiles';
import { contentHash } from '../batch/contentHash';
import { packSubmission, unpackSubmission } from './packSubmission';

/** Packs and unpacks a submission, and calls `look` with the unpacked path. */
async function carried<T>(path: string, look: (arrived: string) => T | Promise<T>): Promise<T> {
  const bytes = await packSubmission(path);
  if (bytes === undefined) throw new Error('not packable');
  const { path: arrived, close } = await unpackSubmission(bytes, basename(path));
  try {
    return await look(arrived);
  } finally {
    await close();
  }
}

const forged = (path: string): Buffer => {
  const header = Buffer.from(JSON.stringify({ kind: 'folder', files: [{ path, bytes: 1 }] }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return deflateRawSync(Buffer.concat([length, header, Buffer.from('x')]));
};

describe('packSubmission', () => {
  it('should keep sources, only the names of other files, and nothing from tool folders', () =>
    withFiles(
      {
        'alice/03-losses/losses.ts': 'export const x = "é";',
        'alice/图.png': 'an image',
        'alice/node_modules/big/index.js': 'not theirs',
      },
      async (folder) => {
        const path = join(folder, 'alice');
        await carried(path, async (arrived) => {
          expect(readFileSync(join(arrived, '03-losses', 'losses.ts'), 'utf8')).toBe('export const x = "é";');
          expect(readFileSync(join(arrived, '图.png'), 'utf8')).toBe('');
          expect(() => readFileSync(join(arrived, 'node_modules', 'big', 'index.js'))).toThrow('ENOENT');
          expect(await contentHash(arrived)).toBe(await contentHash(path));
        });
      },
    ));

  it('should pack an archive unchanged, under its name', () =>
    withFiles({ 'bob (2).zip': 'PK no archive' }, (folder) =>
      carried(join(folder, 'bob (2).zip'), (arrived) => {
        expect(basename(arrived)).toBe('bob (2).zip');
        expect(readFileSync(arrived, 'utf8')).toBe('PK no archive');
      }),
    ));

  it('should refuse to pack links and submissions that are too large', () =>
    withFiles({ 'alice/a.ts': '1', 'bob.zip': '' }, async (folder) => {
      symlinkSync('/etc/passwd', join(folder, 'alice', 'b.ts'));
      writeFileSync(join(folder, 'bob.zip'), Buffer.alloc(4_000_001));
      expect(await packSubmission(join(folder, 'alice'))).toBeUndefined();
      expect(await packSubmission(join(folder, 'bob.zip'))).toBeUndefined();
      expect(await packSubmission(join(folder, 'nowhere'))).toBeUndefined();
    }));

  it.each(['../x', '/etc/x', 'a/../../x', 'a//x', '.', 'a\0b'])('should reject a job with the file path %j', (path) =>
    expect(unpackSubmission(forged(path), 'mallory')).rejects.toThrow('a job contains an invalid path'),
  );

  it('should reject incomplete bytes', async () => {
    const whole = forged('a.ts');
    await expect(unpackSubmission(whole.subarray(0, -3), 'a')).rejects.toThrow();
    await expect(unpackSubmission(Buffer.from('no deflate'), 'a')).rejects.toThrow();
  });
});
