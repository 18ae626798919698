import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { readSettings, writeSettings, type BatchSettings } from './settings';

const settings: BatchSettings = {
  specHashes: { '03-losses': 'a' },
  isolation: 'bubblewrap',
  tfjs: '4.22.0',
  node: 'v20',
  graderVersion: '0.1.0',
  secondsPerExercise: 60,
  seedLabel: 'public',
  scope: 'full',
  named: false,
  assignments: ['03-losses'],
  submissionsFromHere: '../class',
  submissions: '/class',
  schemaVersion: 1,
};

describe('writeSettings', () => {
  it('should write what it has read without a change', () =>
    withFiles({}, async (folder) => {
      await writeSettings(folder, settings);
      const first = await readFile(join(folder, 'batch.json'), 'utf8');
      const read = await readSettings(folder);
      await writeSettings(folder, read ?? settings);
      expect(read).toEqual(settings);
      expect(await readFile(join(folder, 'batch.json'), 'utf8')).toBe(first);
    }));
});
