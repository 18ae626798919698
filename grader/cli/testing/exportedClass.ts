import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { results } from '../../class/export/testing/fixture';
import { callGrader } from './callGrader';
import type { Run } from './runGrader';

export const folder = mkdtempSync(join(tmpdir(), 'descent-export-'));
export const out = join(folder, 'written');

/** For each test, a folder with the results of a class. */
export function withResults(): void {
  beforeEach(() => {
    mkdirSync(join(folder, 'OUT', 'results'), { recursive: true });
    for (const result of results)
      writeFileSync(join(folder, 'OUT', 'results', `${result.submission}.json`), JSON.stringify(result));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
}

export const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Run> =>
  callGrader(['export', join(folder, 'OUT'), ...args], environment);

export function write(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}
