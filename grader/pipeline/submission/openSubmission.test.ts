import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { madeTarGz } from './archives/testing/madeTarGz';
import { madeZip, type ZipEntry } from './archives/testing/madeZip';
import { compileSubmission } from './compileSubmission';
import { openSubmission, type OpenSubmission } from './openSubmission';
import { withFiles } from '../../files/testing/withFiles';

const losses = { id: '03-losses', file: 'losses.ts' };
const all = [losses, { id: '01-knn', file: 'knn.ts' }];

async function open<T>(
  files: Record<string, string | Uint8Array>,
  name: string,
  use: (submission: OpenSubmission) => T | Promise<T>,
): Promise<T> {
  return withFiles(files, async (folder) => {
    const submission = await openSubmission(join(folder, name), all);
    try {
      return await use(submission);
    } finally {
      await submission.close();
      // Closing removes the temporary folder, but never a folder that was handed in.
      await expect(access(join(folder, name))).resolves.toBeUndefined();
      if (/\./.test(name)) await expect(access(submission.directory)).rejects.toMatchObject({ code: 'ENOENT' });
    }
  });
}

const zipped = (entries: readonly ZipEntry[]): Record<string, Uint8Array> => ({ 'alice.zip': madeZip(entries) });

describe('openSubmission', () => {
  it('should find the same files in a folder, a zip and a .tar.gz', async () => {
    const files = [
      { name: '03-losses/losses.ts', content: `export * from './mine';` },
      { name: '03-losses/mine.ts', content: 'export const softmax = 1;' },
    ];
    const folder = Object.fromEntries(files.map(({ name, content }) => [`alice/${name}`, content]));
    const everything = {
      ...folder,
      ...zipped(files),
      'alice.tar.gz': await madeTarGz(files),
      'alice.TGZ': await madeTarGz(files),
    };

    for (const name of ['alice', 'alice.zip', 'alice.tar.gz', 'alice.TGZ']) {
      await open(everything, name, async (submission) => {
        const found = submission.files.get('03-losses');

        expect(submission.name).toBe('alice');
        expect(submission.files.get('01-knn')).toEqual({ status: 'missing', file: '01-knn/knn.ts' });
        expect(found).toMatchObject({ status: 'found', file: '03-losses/losses.ts' });
        expect(found?.status === 'found' && (await compileSubmission(found))).toMatchObject({ status: 'compiled' });
      });
    }
  });

  it('should find the file of the one named assignment at the top of an archive', async () => {
    await withFiles(zipped([{ name: 'losses.ts', content: 'top' }]), async (folder) => {
      const submission = await openSubmission(join(folder, 'alice.zip'), [losses], { named: true });
      await submission.close();

      expect(submission.files.get('03-losses')).toMatchObject({ status: 'found', file: 'losses.ts', text: 'top' });
    });
  });

  it('should give the reason for every assignment when the archive is refused', async () => {
    await open({ 'alice.zip': 'no zip' }, 'alice.zip', ({ name, files }) => {
      expect(name).toBe('alice');
      expect([...files]).toEqual(
        all.map(({ id }) => [
          id,
          {
            status: 'unreadable',
            file: 'alice.zip',
            reason: 'it is no zip, whatever its name says; make the archive again',
          },
        ]),
      );
    });
  });

  it('should give the reason for a file that was skipped', async () => {
    const link = { name: 'top/03-losses/losses.ts', content: '/etc/passwd', mode: 0o120777 };

    await open(zipped([link, { name: '../../01-knn/knn.ts' }]), 'alice.zip', ({ files }) => {
      expect([...files.values()]).toEqual([
        { status: 'unreadable', file: link.name, reason: 'it is a link; put the file itself into the archive' },
        { status: 'unreadable', file: '../../01-knn/knn.ts', reason: 'its name leads out of the archive with ..' },
      ]);
    });
  });

  it('should throw if the path does not exist', async () => {
    await expect(openSubmission('/nowhere/at/all.zip', all)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
