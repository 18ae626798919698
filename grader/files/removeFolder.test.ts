import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from './removeFolder';

/** Writes files until its folder is gone; a limited number, since it could be faster forever. */
const writes = `
const { writeFileSync } = require('node:fs');
const [folder] = process.argv.slice(1);
for (let count = 0; count < 5000; count++) {
  try { writeFileSync(folder + '/' + count, ''); } catch { break; }
  if (count === 0) process.stdout.write('begun');
}`;

describe('removeFolder', () => {
  it('should remove a folder in which another process is writing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'written-'));
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    const writer = spawn(process.execPath, ['-e', writes, inner], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(writer.stdout, 'data');
      removeFolder(folder);
      await once(writer, 'close');
    } finally {
      writer.kill();
    }
    expect(existsSync(folder)).toBe(false);
  });
});
