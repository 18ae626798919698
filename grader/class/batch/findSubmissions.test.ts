import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findSubmissions } from './findSubmissions';
import { withFiles } from '../../files/testing/withFiles';

describe('findSubmissions', () => {
  it('should find folders and archives, sorted by name, and ignore loose files', () =>
    withFiles(
      {
        'bob/x.ts': '',
        'alice/': '',
        'carol.zip': '',
        'dan.tar.gz': '',
        'roster.csv': '',
        '.DS_Store': '',
        '__MACOSX/x': '',
      },
      async (folder) => {
        const { submissions, ignored, renamed } = await findSubmissions(folder);
        expect(
          submissions.map(({ name, entry, path, problem }) => [name, entry, path === join(folder, entry), problem]),
        ).toEqual([
          ['alice', 'alice', true, undefined],
          ['bob', 'bob', true, undefined],
          ['carol', 'carol.zip', true, undefined],
          ['dan', 'dan.tar.gz', true, undefined],
        ]);
        expect(ignored).toEqual(['.DS_Store', '__MACOSX', 'roster.csv']);
        expect(renamed).toEqual([]);
      },
    ));

  it('should not report files written by an import or a batch', () =>
    withFiles(
      { 'a/': '', 'import.json': '{}', 'roster.csv': '', '.gitignore': '', 'notes.txt': '' },
      async (folder) => {
        expect((await findSubmissions(folder)).ignored).toEqual(['notes.txt']);
      },
    ));

  it('should not follow links, and say what to do instead', () =>
    withFiles({ 'alice/': '' }, async (folder) => {
      symlinkSync(join(folder, 'alice'), join(folder, 'bob'));
      symlinkSync('/nowhere', join(folder, 'carol.zip'));
      const { submissions } = await findSubmissions(folder);
      expect(submissions.slice(1).map(({ problem }) => problem)).toEqual(
        Array.from({ length: 2 }, () => 'it is a link; replace it with a copy of its target'),
      );
    }));

  it('should report an archive of another kind instead of ignoring it', () =>
    withFiles({ 'alice.rar': '', 'bob.7z': '', 'carol.zip/': '' }, async (folder) => {
      const { submissions } = await findSubmissions(folder);
      expect(submissions.map(({ name, problem }) => [name, problem])).toEqual([
        ['alice.rar', 'only folders, .zip and .tar.gz are read; pack it as one of these'],
        ['bob.7z', 'only folders, .zip and .tar.gz are read; pack it as one of these'],
        ['carol', undefined],
      ]);
    }));

  it('should list renamed submissions', () =>
    withFiles({ 'alice/': '', 'alice.zip': '' }, async (folder) => {
      const { submissions, renamed } = await findSubmissions(folder);
      expect(renamed.map(({ entry, reason }) => [entry, reason])).toEqual([
        ['alice', 'another has the same name'],
        ['alice.zip', 'another has the same name'],
      ]);
      expect(submissions.map(({ name }) => name)).toEqual(renamed.map(({ name }) => name));
    }));
});
