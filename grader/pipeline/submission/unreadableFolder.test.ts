import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { asOrdinaryUser } from '../../files/testing/asOrdinaryUser';
import { withFiles } from '../../files/testing/withFiles';
import type { FileProblem } from '../types';
import { compileSubmission } from './compileSubmission';
import { readSubmission } from './readSubmission';
import type { FoundFile } from './types';

const assignments = [
  { id: '03-losses', file: 'losses.ts' },
  { id: '04-layers', file: 'layers.ts' },
];
const reason = 'reading it is not permitted';

type Read = (FoundFile | FileProblem | undefined)[];

/** What is found for each assignment while a folder has this mode. */
async function read(files: Readonly<Record<string, string>>, locked: string, mode: number): Promise<Read> {
  return withFiles(files, async (folder) => {
    await chmod(join(folder, locked), mode);
    try {
      return await asOrdinaryUser(folder, async () => [...(await readSubmission(folder, assignments)).files.values()]);
    } finally {
      await chmod(join(folder, locked), 0o755);
    }
  });
}

describe('readSubmission, of a folder that it may not read', () => {
  it.each([0o000, 0o111, 0o444])('should not take its file for missing, with mode %i', async (mode) => {
    const [losses, layers] = await read({ '03-losses/losses.ts': 'a', '04-layers/layers.ts': 'b' }, '03-losses', mode);
    expect(losses).toMatchObject(
      mode === 0o111
        ? { status: 'found' }
        : { status: 'unreadable', file: mode === 0 ? '03-losses' : '03-losses/losses.ts', reason },
    );
    expect(layers).toMatchObject({ status: 'found', file: '04-layers/layers.ts' });
  });

  it('should suspect it of every assignment that is not found elsewhere', async () => {
    const files = { 'mine/assignments/03-losses/losses.ts': 'a', '04-layers/layers.ts': 'b' };
    const [losses, layers] = await read(files, 'mine', 0);
    expect(losses).toEqual({ status: 'unreadable', file: 'mine', reason });
    expect(layers).toMatchObject({ status: 'found' });
  });

  it('should not take another file instead', async () => {
    const files = { '03-losses/losses.ts': 'the work', 'backup/03-losses/losses.ts': 'a draft' };
    expect((await read(files, '03-losses', 0))[0]).toEqual({ status: 'unreadable', file: '03-losses', reason });
  });

  it('should say of an imported file that it may not be read, rather than that it does not exist', () =>
    withFiles({ '03-losses/losses.ts': "export * from './own/mine';", '03-losses/own/mine.ts': '' }, async (folder) => {
      const own = join(folder, '03-losses', 'own');
      await chmod(own, 0);
      const compiled = await asOrdinaryUser(folder, async () => {
        const found = (await readSubmission(folder, assignments)).files.get('03-losses');
        return found?.status === 'found' ? compileSubmission(found) : found;
      });
      await chmod(own, 0o755);
      expect(JSON.stringify(compiled)).toContain(`03-losses/own/mine.ts can't be read: ${reason}`);
    }));
});
