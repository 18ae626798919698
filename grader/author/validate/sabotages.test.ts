import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claims } from './claims';
import { sabotages } from './testing/sabotages';
import { trySabotage } from './testing/trySabotage';

const root = mkdtempSync(join(tmpdir(), 'descent-sabotage-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('what makes an exercise unfair', () => {
  it('should not be found in a fair exercise', async () => {
    expect(await trySabotage(root, {})).toEqual(new Set());
  });

  it.each(sabotages)('should be caught: $what', async (sabotage) => {
    expect(await trySabotage(root, sabotage)).toContain(sabotage.claim);
  });

  it('should be listed in the table for authors', () => {
    const table = sabotages.map(({ what, claim }) => `| ${what} | ${claims[claim]} |`).join('\n');
    expect(readFileSync(join(process.cwd(), 'solutions', 'README.md'), 'utf8')).toContain(table);
  });
});
