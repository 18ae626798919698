import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from './removeFolder';
import { writeWholeSync } from './writeWholeSync';

describe('writeWholeSync', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'descent-test-'));
  });
  afterEach(() => removeFolder(folder));

  it('should replace content in a folder that it creates and leave no other file', () => {
    const path = join(folder, 'new', 'a.cache');
    expect([writeWholeSync(path, 'before'), writeWholeSync(path, 'after')]).toEqual([true, true]);
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.cache']);
  });

  it('should report that it can not and leave nothing incomplete', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(writeWholeSync(folder, 'x')).toBe(false);
    expect(writeWholeSync(join(file, 'a'), 'x')).toBe(false);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
