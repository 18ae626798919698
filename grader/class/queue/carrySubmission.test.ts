import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { withFiles } from '../../files/testing/withFiles';
import { contentHash } from '../batch/contentHash';
import { packSubmission, unpackSubmission } from './carrySubmission';

/** What arrives of a submission. */
async function carried<T>(path: string, look: (arrived: string) => T | Promise<T>): Promise<T> {
  const bytes = await packSubmission(path);
  if (bytes === undefined) throw new Error('it does not travel');
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
  it('should carry sources with their bytes, of other files the names, and of tools nothing', () =>
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

  it('should carry an archive as it is, under its name', () =>
    withFiles({ 'bob (2).zip': 'PK no archive' }, (folder) =>
      carried(join(folder, 'bob (2).zip'), (arrived) => {
        expect(basename(arrived)).toBe('bob (2).zip');
        expect(readFileSync(arrived, 'utf8')).toBe('PK no archive');
      }),
    ));

  it('should leave where it is what has links or is too large', () =>
    withFiles({ 'alice/a.ts': '1', 'bob.zip': '' }, async (folder) => {
      symlinkSync('/etc/passwd', join(folder, 'alice', 'b.ts'));
      writeFileSync(join(folder, 'bob.zip'), Buffer.alloc(4_000_001));
      expect(await packSubmission(join(folder, 'alice'))).toBeUndefined();
      expect(await packSubmission(join(folder, 'bob.zip'))).toBeUndefined();
      expect(await packSubmission(join(folder, 'nowhere'))).toBeUndefined();
    }));

  it.each(['../x', '/etc/x', 'a/../../x', 'a//x', '.', 'a\0b'])(
    'should write nothing for a job that holds %j',
    (path) => expect(unpackSubmission(forged(path), 'mallory')).rejects.toThrow('which no submission has'),
  );

  it('should refuse what did not arrive whole', async () => {
    const whole = forged('a.ts');
    await expect(unpackSubmission(whole.subarray(0, -3), 'a')).rejects.toThrow();
    await expect(unpackSubmission(Buffer.from('no deflate'), 'a')).rejects.toThrow();
  });
});
