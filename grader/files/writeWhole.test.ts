import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFiles } from './testing/withFiles';
import { writeWhole } from './writeWhole';

describe('writeWhole', () => {
  it('should replace a text and leave no other file', () =>
    withFiles({ 'a.json': 'before' }, async (folder) => {
      await writeWhole(join(folder, 'a.json'), 'after');
      expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('after');
      expect(readdirSync(folder)).toEqual(['a.json']);
    }));

  it('should write many files concurrently, even with the same name', () =>
    withFiles({}, async (folder) => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => writeWhole(join(folder, `${index % 2}.json`), `text ${index % 2}`)),
      );
      expect(readdirSync(folder).toSorted()).toEqual(['0.json', '1.json']);
      expect(readFileSync(join(folder, '1.json'), 'utf8')).toBe('text 1');
    }));

  it('should report why it can not and keep the previous content', () =>
    withFiles({ 'a.json/': '', 'b/': '' }, async (folder) => {
      await expect(writeWhole(join(folder, 'a.json'), 'x')).rejects.toThrow(
        /a\.json could not be written: it is a folder$/,
      );
      await expect(writeWhole(join(folder, 'no', 'a.json'), 'x')).rejects.toThrow('its folder does not exist');
      expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'b']);
    }));
});
