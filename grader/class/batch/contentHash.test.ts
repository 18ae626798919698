import { chmodSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOrdinaryUser } from '../../files/testing/asOrdinaryUser';
import { contentHash } from './contentHash';
import { withFiles } from '../../files/testing/withFiles';

describe('contentHash', () => {
  it('should change with an archive in the folder, which may have the work', () =>
    withFiles({ 'one/a.ts': 'x', 'two/a.ts': 'x', 'two/work.rar': 'Rar!' }, async (folder) => {
      expect(await contentHash(join(folder, 'one'))).not.toBe(await contentHash(join(folder, 'two')));
    }));

  it('should change only with the content, name or number of sources', () =>
    withFiles({ '03-losses/losses.ts': 'a', 'mine.ts': 'b', 'notes.md': 'c' }, async (folder) => {
      const first = await contentHash(folder);
      const file = join(folder, '03-losses', 'losses.ts');
      utimesSync(file, 1, 1);
      writeFileSync(join(folder, 'notes.md'), 'other');
      expect(await contentHash(folder)).toBe(first);
      writeFileSync(file, 'b');
      expect(await contentHash(folder)).not.toBe(first);
      writeFileSync(file, 'a');
      expect(await contentHash(folder)).toBe(first);
      writeFileSync(join(folder, 'more.ts'), '');
      expect(await contentHash(folder)).not.toBe(first);
      rmSync(join(folder, 'more.ts'));
      expect(await contentHash(folder)).toBe(first);
    }));

  it('should tell where one file ends and the next begins', () =>
    withFiles({ 'one/a.ts': 'xy', 'one/b.ts': 'z', 'two/a.ts': 'x', 'two/b.ts': 'yz' }, async (folder) => {
      expect(await contentHash(join(folder, 'one'))).not.toBe(await contentHash(join(folder, 'two')));
    }));

  it('should hash all of an archive, and follow no links', () =>
    withFiles({ 'a.zip': 'abc', 'b.zip': 'abd', 'x/': '' }, async (folder) => {
      expect(await contentHash(join(folder, 'a.zip'))).not.toBe(await contentHash(join(folder, 'b.zip')));
      const empty = await contentHash(join(folder, 'x'));
      symlinkSync('/etc/passwd', join(folder, 'x', 'losses.ts'));
      const linked = await contentHash(join(folder, 'x'));
      expect(linked).not.toBe(empty);
      rmSync(join(folder, 'x', 'losses.ts'));
      symlinkSync('/nowhere', join(folder, 'x', 'losses.ts'));
      expect(await contentHash(join(folder, 'x'))).not.toBe(linked);
    }));

  it('should not be that of an empty folder for one that may not be read', () =>
    withFiles({ 'one/03-losses/': '', 'two/03-losses/': '' }, async (folder) => {
      chmodSync(join(folder, 'two', '03-losses'), 0);
      const hashes = await asOrdinaryUser(folder, () =>
        Promise.all(['one', 'two'].map((name) => contentHash(join(folder, name)))),
      );
      chmodSync(join(folder, 'two', '03-losses'), 0o755);
      expect(hashes[0]).not.toBe(hashes[1]);
    }));

  it('should give one hash to every entry without a path, so that it is reported and not taken for changed', async () => {
    expect(await contentHash('/nowhere/%C0.zip/')).toBe(await contentHash('/nowhere/%C0%EE/'));
  });
});
