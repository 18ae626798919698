import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataError } from './DataError';
import { findDataFolder, lookForDataIn } from './findDataFolder';

describe('findDataFolder', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'data-folder-'));
    mkdirSync(join(root, 'data', 'flowers'), { recursive: true });
    writeFileSync(join(root, 'data', 'flowers', 'README.md'), '');
    mkdirSync(join(root, 'work', 'deep', 'data', 'flowers'), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('should find a data set of this repository', () => {
    expect(findDataFolder('digits')).toBe(join(__dirname, '..', 'digits'));
  });

  it('should look upwards, past folders without a data set', () => {
    expect(findDataFolder('flowers', [join(root, 'work', 'deep')])).toBe(join(root, 'data', 'flowers'));
  });

  it('should try the next start when the first finds nothing', () => {
    expect(findDataFolder('flowers', [tmpdir(), root])).toBe(join(root, 'data', 'flowers'));
  });

  it("should look in the course's folder, wherever the program runs", () => {
    lookForDataIn(root);
    expect(findDataFolder('flowers')).toBe(join(root, 'data', 'flowers'));
  });

  it('should say what to do when there is none', () => {
    expect(() => findDataFolder('flowers', [tmpdir()])).toThrow(DataError);
    expect(() => findDataFolder('flowers', [tmpdir()])).toThrow(
      "There is no folder data/flowers here or above. Run this from the course's folder, or name the data's folder.",
    );
  });
});
