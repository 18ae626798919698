import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './lockFolder';
import { withFiles } from '../../files/testing/withFiles';

describe('lockFolder', () => {
  it('should let one in at a time', () =>
    withFiles({}, async (folder) => {
      const unlock = await lockFolder(folder);
      await expect(lockFolder(folder)).rejects.toThrow(
        /is in use by another batch \(process \d+\); wait for it, or name another folder/,
      );
      await unlock();
      expect(existsSync(join(folder, '.lock'))).toBe(false);
      await (
        await lockFolder(folder)
      )();
    }));

  it('should take no notice of a process that is gone', () =>
    withFiles({}, async (folder) => {
      const { pid } = spawnSync(process.execPath, ['-e', '0']);
      writeFileSync(join(folder, '.lock'), JSON.stringify({ pid, startedAt: '12345', host: hostname() }));
      await (
        await lockFolder(folder)
      )();
    }));

  it('should not take another process for the one that had its number before', () =>
    withFiles({}, async (folder) => {
      writeFileSync(
        join(folder, '.lock'),
        JSON.stringify({ pid: process.pid, startedAt: 'long ago', host: hostname() }),
      );
      await (
        await lockFolder(folder)
      )();
    }));

  it('should leave to people what another machine holds', () =>
    withFiles({}, async (folder) => {
      writeFileSync(join(folder, '.lock'), JSON.stringify({ pid: 1, startedAt: '1', host: 'elsewhere' }));
      await expect(lockFolder(folder)).rejects.toThrow(
        /is in use on elsewhere; wait for it, or delete .*\.lock if nothing is running there/,
      );
    }));

  it('should wait for what is just being written, and remove what was left half written', () =>
    withFiles({ '.lock': '{"pid":' }, async (folder) => {
      await expect(lockFolder(folder)).rejects.toThrow('another batch is just starting');
      utimesSync(join(folder, '.lock'), 1, 1);
      await (
        await lockFolder(folder)
      )();
    }));

  it('should not remove the lock of another when it is done', () =>
    withFiles({}, async (folder) => {
      const unlock = await lockFolder(folder);
      writeFileSync(join(folder, '.lock'), 'of another');
      await unlock();
      expect(readFileSync(join(folder, '.lock'), 'utf8')).toBe('of another');
    }));

  it('should say so where it cannot write', async () => {
    await expect(lockFolder('/nowhere/at/all')).rejects.toThrow(
      /\.lock could not be written: its folder does not exist/,
    );
  });
});
