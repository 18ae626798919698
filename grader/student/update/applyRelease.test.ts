import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applyRelease } from './applyRelease';
import { manifestName } from './manifest';
import { checks, first, from, own, root, second, textsOf, withCopy, write, writeRelease } from './testing/twoReleases';

withCopy();

const updated = {
  'README.md': 'read',
  [own]: 'half done',
  [checks]: 'checks 2',
  'grader/new.js': 'new',
  'grader/cli.js': 'same',
  'assignments/03-losses/notes.txt': 'my notes',
};

describe('applyRelease', () => {
  it("should replace everything but the student's own files, add what is new and remove what is gone", async () => {
    const { version } = await writeRelease(from, second);
    expect(await applyRelease(root, from)).toMatchObject({
      version,
      added: ['grader/new.js'],
      replaced: [checks],
      removed: ['grader/old.js'],
      hadChanges: [],
      newSkeletons: [own],
    });
    expect(await textsOf(root)).toEqual(updated);
    expect(await readFile(join(root, manifestName), 'utf8')).toBe(await readFile(join(from, manifestName), 'utf8'));
  });

  it('should not mistake what npm writes at each install for a change', async () => {
    await writeRelease(root, { ...first, 'package-lock.json': 'locked' });
    await write(root, 'package-lock.json', 'locked, as npm writes it');
    await writeRelease(from, { ...second, 'package-lock.json': 'locked' });
    const update = await applyRelease(root, from);
    expect(update.hadChanges).toEqual([]);
    expect(update.replaced).not.toContain('package-lock.json');
    await writeRelease(from, { ...second, 'package-lock.json': 'locked otherwise' });
    const other = await applyRelease(root, from);
    expect([other.replaced, other.hadChanges]).toEqual([['package-lock.json'], []]);
  });

  it('should do nothing the second time', async () => {
    await writeRelease(from, second);
    await applyRelease(root, from);
    expect(await applyRelease(root, from)).toMatchObject({ added: [], replaced: [], removed: [], hadChanges: [] });
  });

  it('should save changes of the student to files that are not theirs', async () => {
    await writeRelease(from, second);
    await write(root, checks, 'my checks');
    await write(root, 'grader/old.js', 'my old');
    await write(root, 'grader/new.js', 'my new');
    const { hadChanges, keptIn } = await applyRelease(root, from);
    expect([...hadChanges].toSorted()).toEqual([checks, 'grader/new.js', 'grader/old.js']);
    expect(await textsOf(root)).toEqual(updated);
    expect(await textsOf(join(root, keptIn))).toEqual({
      [checks]: 'my checks',
      'grader/old.js': 'my old',
      'grader/new.js': 'my new',
    });
  });

  it('should save changes of the student each time, even if the version stays the same', async () => {
    await writeRelease(from, second);
    const kept: (readonly [string, string])[] = [];
    for (const text of ['my checks', 'SECOND', 'THIRD']) {
      await write(root, checks, text);
      const { keptIn } = await applyRelease(root, from);
      kept.push([keptIn, await readFile(join(root, keptIn, ...checks.split('/')), 'utf8')]);
    }
    const [folder] = kept[0] ?? [];
    expect(kept).toEqual([
      [folder, 'my checks'],
      [`${folder}-2`, 'SECOND'],
      [`${folder}-3`, 'THIRD'],
    ]);
  });

  it('should add new functions to a started file, and change nothing else in it', async () => {
    const stub = (name: string): string =>
      `export function ${name}() {\n  throw new NotImplementedError('${name}');\n}\n`;
    await rm(root, { recursive: true });
    await writeRelease(root, { ...first, [own]: stub('softmax') });
    const begun = 'export function softmax() {\n  return 1; // café\n}\n';
    await write(root, own, begun);
    await writeRelease(from, { ...second, [own]: `${stub('softmax')}\n${stub('focalLoss')}` });
    const { stubs, keptIn } = await applyRelease(root, from);
    expect(stubs).toEqual([{ path: own, names: ['focalLoss'] }]);
    expect(await readFile(join(root, ...own.split('/')), 'utf8')).toBe(`${begun}\n${stub('focalLoss')}`);
    expect(await readFile(join(root, keptIn, ...own.split('/')), 'utf8')).toBe(begun);
    expect((await applyRelease(root, from)).stubs).toEqual([]);
  });

  it('should restore a lost file of the student, and keep one that the new release drops', async () => {
    await writeRelease(from, second);
    await rm(join(root, own));
    expect((await applyRelease(root, from)).added).toContain(own);
    await write(root, own, 'half done');
    await rm(from, { recursive: true });
    await writeRelease(from, { 'README.md': 'read' }, { student: [] });
    await applyRelease(root, from);
    expect(await textsOf(root)).toEqual({
      'README.md': 'read',
      [own]: 'half done',
      'assignments/03-losses/notes.txt': 'my notes',
    });
  });

  it('should finish when repeated after an interruption', async () => {
    await writeRelease(from, second);
    // A folder is in the way of a file that is written after others.
    await mkdir(join(root, 'grader', 'new.js'));
    await expect(applyRelease(root, from)).rejects.toThrow();
    expect((await textsOf(root))[checks]).toBe('checks 2');
    await rm(join(root, 'grader', 'new.js'), { recursive: true });
    expect(await applyRelease(root, from)).toMatchObject({ removed: ['grader/old.js'], hadChanges: [] });
    expect(await textsOf(root)).toEqual(updated);
  });

  it("should go on when the copy's own manifest is lost, removing nothing", async () => {
    await writeRelease(from, second);
    await rm(join(root, manifestName));
    expect(await applyRelease(root, from)).toMatchObject({ oldVersion: undefined, removed: [] });
    expect(await textsOf(root)).toEqual({ ...updated, 'grader/old.js': 'old' });
  });
});
