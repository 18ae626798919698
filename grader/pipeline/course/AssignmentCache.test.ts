import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseOf, exerciseOf, referenceOf } from '../checks/testing';
import type { Assignment } from '../types';
import { AssignmentCache, hashOfFolder } from './AssignmentCache';

const exercises = [
  exerciseOf({
    cases: [caseOf('hidden/one', [1], 2, { visibility: 'hidden' })],
    checks: [referenceOf(undefined, ['hidden/one'])],
  }),
];
const prepared: Assignment = {
  id: '03-losses',
  title: 'Losses',
  file: 'losses.ts',
  optional: false,
  scope: 'full',
  specHash: 'abc',
  exercises,
};

describe('AssignmentCache', () => {
  const parent = mkdtempSync(join(tmpdir(), 'cache-'));
  const folder = join(parent, 'assignments');
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  /** Whether a new cache had to prepare the assignment, which it then saves. */
  async function prepares(...key: readonly string[]): Promise<boolean> {
    const cache = new AssignmentCache(folder, key, {
      laws: [],
      callbacks: [],
      data: [],
      author: () => Promise.resolve({}),
    });
    let count = 0;
    const assignment = await cache.load('03-losses', () => {
      count += 1;
      return Promise.resolve(prepared);
    });
    expect(assignment).toMatchObject({ id: '03-losses', specHash: 'abc', exercises: [{ cases: [{ calls: [[1]] }] }] });
    await cache.save();
    return count === 1;
  }

  it('should prepare an assignment once for the same dependencies', async () => {
    expect([
      await prepares('seed'),
      await prepares('seed'),
      await prepares('other seed'),
      await prepares('seed'),
    ]).toEqual([true, false, true, false]);
  });

  it('should compute a text once', async () => {
    const find = jest.fn(() => '3f2a91c0');
    for (const key of ['seed', 'seed', 'other seed']) {
      const cache = new AssignmentCache(folder, [key], { laws: [], callbacks: [], data: [], author: jest.fn() });
      expect(await cache.loadText('seed label', find)).toBe('3f2a91c0');
      await cache.save();
    }
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('should make its files readable only to their owner', async () => {
    await prepares('seed');
    const [file = ''] = readdirSync(folder);
    if (process.platform !== 'win32') {
      expect([statSync(folder).mode & 0o777, statSync(join(folder, file)).mode & 0o777]).toEqual([0o700, 0o600]);
    }
    // The path must not reveal the seed either.
    expect(file).toMatch(/^[0-9a-f]{32}\.kept$/);
  });

  it('should prepare again if a file is damaged or incomplete', async () => {
    await prepares('seed');
    for (const damage of ['', '{"schemaVersion":1', '{}']) {
      for (const file of readdirSync(folder)) writeFileSync(join(folder, file), damage);
      expect(await prepares('seed')).toBe(true);
      expect(await prepares('seed')).toBe(false);
    }
  });

  it('should work without a writable folder', async () => {
    writeFileSync(folder, 'a file where the folder would be');
    expect([await prepares('seed'), await prepares('seed')]).toEqual([true, true]);
  });
});

describe('hashOfFolder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hash-'));
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
    writeFileSync(join(folder, 'one.ts'), '1');
    writeFileSync(join(folder, 'deep', 'er', 'two.ts'), '2');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['what a file holds, however deep', () => writeFileSync(join(folder, 'deep', 'er', 'two.ts'), '3')],
    ['what it is called', () => renameSync(join(folder, 'one.ts'), join(folder, 'other.ts'))],
    ['where it lies', () => renameSync(join(folder, 'deep', 'er', 'two.ts'), join(folder, 'deep', 'two.ts'))],
    ['a file more', () => writeFileSync(join(folder, 'deep', 'three.ts'), '')],
  ])('should change with %s', (_what, change) => {
    const before = hashOfFolder(folder);
    expect(hashOfFolder(folder)).toBe(before);
    change();
    expect(hashOfFolder(folder)).not.toBe(before);
  });
});
