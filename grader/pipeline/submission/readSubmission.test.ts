import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { largestFile } from './readGuarded';
import { readSubmission } from './readSubmission';
import { withFiles } from '../../files/testing/withFiles';
import type { FoundFile } from './types';
import type { FileProblem } from '../types';

const losses = { id: '03-losses', file: 'losses.ts' };

type Files = Readonly<Record<string, string | Uint8Array>>;

async function read(
  files: Files,
  { named = false, prepare = async (_: string): Promise<void> => {} } = {},
): Promise<FoundFile | FileProblem | undefined> {
  return withFiles(files, async (directory) => {
    await prepare(directory);
    return (await readSubmission(directory, [losses], { named })).files.get('03-losses');
  });
}

describe('readSubmission', () => {
  it.each([
    { where: 'in the folder of the assignment', file: '03-losses/losses.ts', base: '' },
    { where: 'there as JavaScript', file: '03-losses/losses.js', base: '' },
    { where: 'in a checkout', file: 'assignments/03-losses/losses.ts', base: 'assignments' },
    { where: 'under one top folder', file: 'alice/03-losses/losses.ts', base: 'alice' },
    {
      where: 'in a checkout under one top folder',
      file: 'descent-main/assignments/03-losses/losses.js',
      base: 'descent-main/assignments',
    },
  ])('should find the file when it is $where', async ({ file, base }) => {
    expect(await read({ [file]: 'export {};' })).toMatchObject({ status: 'found', file, base, text: 'export {};' });
  });

  it('should name both when two places are valid', async () => {
    const files = {
      '03-losses/losses.ts': 'near',
      'assignments/03-losses/losses.ts': 'middle',
      'old/03-losses/losses.ts': 'far',
    };

    expect(await read(files)).toEqual({
      status: 'ambiguous',
      candidates: ['03-losses/losses.ts', 'assignments/03-losses/losses.ts'],
    });
  });

  it('should use either when both have the same text', async () => {
    const files = { '03-losses/losses.ts': 'same', 'assignments/03-losses/losses.ts': 'same' };

    expect(await read(files)).toMatchObject({ status: 'found', file: '03-losses/losses.ts' });
  });

  it('should name both when two top folders have the file', async () => {
    const files = { 'b/03-losses/losses.ts': 'b', 'a/assignments/03-losses/losses.ts': 'a' };

    expect(await read(files)).toEqual({
      status: 'ambiguous',
      candidates: ['a/assignments/03-losses/losses.ts', 'b/03-losses/losses.ts'],
    });
  });

  it('should name both when there is a .ts and a .js', async () => {
    const files = { '03-losses/losses.ts': 'ts', '03-losses/losses.js': 'js' };

    expect(await read(files)).toEqual({
      status: 'ambiguous',
      candidates: ['03-losses/losses.ts', '03-losses/losses.js'],
    });
  });

  it('should use the file at the top, with a remark unless its assignment was named', async () => {
    const remark = { id: 'taken-by-name', file: 'losses.ts', wanted: '03-losses/losses.ts' };

    expect(await read({ 'losses.ts': 'top' }, { named: true })).toMatchObject({
      file: 'losses.ts',
      base: '',
      text: 'top',
    });
    expect(await read({ 'losses.ts': 'top' })).toMatchObject({ file: 'losses.ts', remarks: [remark] });
  });

  it("should name both when the file is in the assignment's folder and at the top", async () => {
    expect(await read({ 'losses.ts': 'top', '03-losses/losses.ts': 'folder' }, { named: true })).toEqual({
      status: 'ambiguous',
      candidates: ['03-losses/losses.ts', 'losses.ts'],
    });
  });

  it("should skip solutions and tools' folders when searching top-level folders", async () => {
    const files = {
      'solutions/03-losses/losses.ts': '',
      'node_modules/03-losses/losses.ts': '',
      '.git/03-losses/losses.ts': '',
      '__MACOSX/03-losses/losses.ts': '',
    };

    expect(await read(files)).toEqual({ status: 'missing', file: '03-losses/losses.ts' });
  });

  it('should read solutions if they are the folder itself', async () => {
    const found = await withFiles({ 'solutions/03-losses/losses.ts': 'solved' }, (directory) =>
      readSubmission(join(directory, 'solutions'), [losses]),
    );

    expect(found.name).toBe('solutions');
    expect(found.files.get('03-losses')).toMatchObject({ text: 'solved' });
  });

  it('should report each assignment separately when some are missing', async () => {
    const { files } = await withFiles({ '03-losses/losses.ts': 'mine' }, (directory) =>
      readSubmission(directory, [losses, { id: '01-knn', file: 'knn.ts' }]),
    );

    expect([...files].map(([id, file]) => [id, file.status])).toEqual([
      ['03-losses', 'found'],
      ['01-knn', 'missing'],
    ]);
  });

  it('should not take for missing what can be among too many files to search', async () => {
    const others = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`data/${index}.png`, '']));
    const { files } = await withFiles(
      { ...others, 'work/04-layers/mine.ts': 'b', '03-losses/losses.ts': 'a' },
      (root) => readSubmission(root, [losses, { id: '04-layers', file: 'layers.ts' }]),
    );
    expect([...files.values()]).toMatchObject([
      { status: 'found', file: '03-losses/losses.ts' },
      { status: 'unreadable', file: '.', reason: 'it has more than 2000 files, and only these were searched' },
    ]);
  });

  it('should throw if the folder does not exist', async () => {
    await expect(readSubmission('/nowhere/at/all', [losses])).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it("should ignore a folder with the file's name", async () => {
    expect(await read({ '03-losses/losses.ts/readme.md': '' })).toMatchObject({
      status: 'unrecognised',
      found: ['03-losses/losses.ts/readme.md'],
    });
  });
});

describe('readSubmission, of a file that must not be read', () => {
  const unreadable = (reason: string): object => ({ status: 'unreadable', file: '03-losses/losses.ts', reason });

  it.each([
    { what: 'has a NUL byte', content: 'a\0b', reason: 'it is not a text in UTF-8; save it as UTF-8 in your editor' },
    {
      what: 'has names in another encoding than UTF-8',
      content: Buffer.from('export const größe = 1;', 'latin1'),
      reason: 'it is not a text in UTF-8; save it as UTF-8 in your editor',
    },
    {
      what: 'is too large',
      content: 'x'.repeat(largestFile + 1),
      reason: 'it has 200001 bytes; at most 200000 are read',
    },
  ])('should refuse it when it $what', async ({ content, reason }) => {
    expect(await read({ '03-losses/losses.ts': content })).toEqual(unreadable(reason));
  });

  it('should read it at the maximum size', async () => {
    expect(await read({ '03-losses/losses.ts': 'x'.repeat(largestFile) })).toMatchObject({ status: 'found' });
  });

  it('should refuse a link that leaves the submission', async () => {
    const prepare = (directory: string): Promise<void> =>
      symlink('/etc/hostname', join(directory, '03-losses/losses.ts'));

    expect(await read({ '03-losses/notes.md': '' }, { prepare })).toEqual(
      unreadable('it is a link to something outside the submission'),
    );
  });

  it('should refuse a linked folder that leaves the submission', async () => {
    const refused = await withFiles(
      { 'solutions/03-losses/losses.ts': '', 'alice/notes.md': '' },
      async (directory) => {
        await symlink(join(directory, 'solutions/03-losses'), join(directory, 'alice/03-losses'));
        return (await readSubmission(join(directory, 'alice'), [losses])).files.get('03-losses');
      },
    );

    expect(refused).toEqual(unreadable('it is a link to something outside the submission'));
  });

  it('should report a link that leads nowhere', async () => {
    const prepare = (directory: string): Promise<void> => symlink('nothing.ts', join(directory, '03-losses/losses.ts'));

    expect(await read({ '03-losses/notes.md': '' }, { prepare })).toEqual(
      unreadable('it is a link that leads nowhere'),
    );
  });

  it('should follow a link that stays in the submission', async () => {
    const prepare = (directory: string): Promise<void> => symlink('mine.ts', join(directory, '03-losses/losses.ts'));

    expect(await read({ '03-losses/mine.ts': 'mine' }, { prepare })).toMatchObject({ status: 'found', text: 'mine' });
  });
});
