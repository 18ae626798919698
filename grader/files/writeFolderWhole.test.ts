import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFiles } from './testing/withFiles';
import { isFree, writeFolderWhole } from './writeFolderWhole';

describe('writeFolderWhole', () => {
  it('should write all files, even over an empty folder', () =>
    withFiles({ 'out/': '' }, async (folder) => {
      const out = join(folder, 'out');
      await writeFolderWhole(
        out,
        new Map([
          ['a.txt', 'a'],
          ['b/c.txt', 'c'],
        ]),
      );
      expect(readFileSync(join(out, 'b', 'c.txt'), 'utf8')).toBe('c');
      expect(readdirSync(folder)).toEqual(['out']);
    }));

  it('should leave nothing behind if one file can not be written', () =>
    withFiles({}, async (folder) => {
      const files = new Map([
        ['a', 'a'],
        ['a/b', 'b'],
      ]);
      await expect(writeFolderWhole(join(folder, 'out'), files, 'name another')).rejects.toThrow(
        /out could not be written: .*; name another$/,
      );
      expect(readdirSync(folder)).toEqual([]);
    }));
});

describe('isFree', () => {
  it('should be true only for a missing path and an empty folder', () =>
    withFiles({ 'empty/': '', 'full/a': '' }, async (folder) => {
      const free = await Promise.all(['none', 'empty', 'full', 'full/a'].map((name) => isFree(join(folder, name))));
      expect(free).toEqual([true, true, false, false]);
    }));
});
