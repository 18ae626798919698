import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { itWith, program } from '../../grader/testbed/tools';
import { writeTar } from './testing/writeTar';
import { unpackTarGz } from './unpackTarGz';

describe('unpackTarGz', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  const toFolder = (name: string): string => at(basename(name));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unpack-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  itWith(program('tar'), 'should unpack what the program tar packs', async () => {
    const content = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) % 251);
    mkdirSync(at('pack'));
    writeFileSync(at('pack/one.bin'), content);
    writeFileSync(at('pack/two.bin'), 'two');
    expect(spawnSync('tar', ['--format=ustar', '-czf', 'archive.tar.gz', 'pack'], { cwd: folder }).status).toBe(0);
    await unpackTarGz(at('archive.tar.gz'), toFolder);
    expect(readFileSync(at('one.bin')).equals(content)).toBe(true);
    expect(readFileSync(at('two.bin'), 'utf8')).toBe('two');
  });

  it('should skip files without a destination', async () => {
    const content = Buffer.from('x');
    writeFileSync(at('archive'), gzipSync(writeTar(['keep', 'leave'].map((name) => ({ name, content })))));
    await unpackTarGz(at('archive'), (name) => (name === 'keep' ? at(name) : undefined));
    expect(readdirSync(folder).toSorted()).toEqual(['archive', 'keep']);
  });

  it('should leave no partial file, and report the problem, when the archive is truncated', async () => {
    const content = Uint8Array.from({ length: 50_000 }, (_, index) => (index * index) % 253);
    const whole = gzipSync(writeTar([{ name: 'file', content }]));
    writeFileSync(at('archive'), whole.subarray(0, whole.length / 2));
    await expect(unpackTarGz(at('archive'), toFolder)).rejects.toThrow(
      /^Could not unpack .*archive: unexpected end of file\.$/,
    );
    expect(readdirSync(folder)).toEqual(['archive']);
  });

  it.each([
    ['is not a gzip file', Buffer.from('no archive'), 'incorrect header check'],
    ['contains no tar archive', gzipSync(Buffer.alloc(600, 1)), 'the archive has a damaged header'],
  ])('should say so when the file %s', async (_, bytes, reason) => {
    writeFileSync(at('archive'), bytes);
    await expect(unpackTarGz(at('archive'), toFolder)).rejects.toThrow(reason);
  });

  it('should report a missing archive', async () => {
    await expect(unpackTarGz(at('nothing'), toFolder)).rejects.toThrow(/Could not unpack .*ENOENT/);
  });
});
