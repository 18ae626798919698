import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
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

  // Other systems have no such names.
  (process.platform === 'linux' ? it : it.skip)('should keep names apart that are not UTF-8, and report them', () =>
    withFiles({ 'alice/': '' }, async (folder) => {
      // 李雷 and 张三 in GBK, an archive and a loose file.
      const names = ['c0eec0d7', 'd5c5c8fd', 'c02e7a6970', 'c02e747874'].map((hex) => Buffer.from(hex, 'hex'));
      const paths = names.map((name) => Buffer.concat([Buffer.from(`${folder}/`), name]));
      for (const path of paths.slice(0, 2)) mkdirSync(path);
      for (const path of paths.slice(2)) writeFileSync(path, '');
      const { submissions, ignored } = await findSubmissions(folder);
      expect(submissions.map(({ entry, problem }) => [entry, problem])).toEqual([
        ['%C0%EE%C0%D7/', 'its name is not UTF-8; rename it'],
        ['%C0.zip/', 'its name is not UTF-8; rename it'],
        ['%D5%C5%C8%FD/', 'its name is not UTF-8; rename it'],
        ['alice', undefined],
      ]);
      expect(new Set(submissions.map(({ name }) => name)).size).toBe(4);
      expect(ignored).toEqual(['%C0.txt/']);
    }),
  );

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
