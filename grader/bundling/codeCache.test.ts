import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { codeName, keepCode, readCode, removeOldCode } from './codeCache';

const source = 'function square(x) { return x * x; } square(7);';
const compiled = (): Buffer => new Script(source).createCachedData();

describe('the code cache', () => {
  let folder = '';
  let path = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'code-cache-'));
    path = join(folder, 'scripts', codeName(source));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('should return code that V8 accepts', () => {
    keepCode(path, compiled());
    const script = new Script(source, { cachedData: readCode(path) });
    expect(script.cachedDataRejected).toBe(false);
    expect(script.runInThisContext()).toBe(49);
    expect(readdirSync(join(folder, 'scripts'))).toEqual([codeName(source)]);
  });

  it('should give different sources of the same length different names', () => {
    expect(codeName('ab', 'c')).not.toBe(codeName('a', 'bc'));
    expect(codeName('a = 1')).not.toBe(codeName('a = 2'));
    expect(codeName('a = 1')).toBe(codeName('a = 1'));
  });

  it.each([
    ['is missing', () => rmSync(path)],
    ['was cut', () => truncateSync(path, 100)],
    ['is empty', () => truncateSync(path)],
    [
      'was changed',
      () => {
        const bytes = readFileSync(path);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
        writeFileSync(path, bytes);
      },
    ],
  ])('should return nothing if a file %s', (_what, damage) => {
    keepCode(path, compiled());
    damage();
    expect(readCode(path)).toBeUndefined();
  });

  it('should do nothing if nothing is writable', () => {
    writeFileSync(join(folder, 'scripts'), 'a file in the place of the folder');
    keepCode(path, compiled());
    removeOldCode(join(folder, 'scripts'));
    expect(readCode(path)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['scripts']);
  });

  it('should keep the 64 newest files', () => {
    const scripts = join(folder, 'scripts');
    mkdirSync(scripts);
    for (let second = 1; second <= 70; second += 1) {
      writeFileSync(join(scripts, String(second)), '');
      utimesSync(join(scripts, String(second)), second, second);
    }
    removeOldCode(scripts);
    const kept = Array.from({ length: 64 }, (_, index) => String(index + 7));
    expect(readdirSync(scripts).toSorted()).toEqual(kept.toSorted());
  });
});
