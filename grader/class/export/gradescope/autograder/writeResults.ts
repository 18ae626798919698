import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';

/** Writes `results.json`, whole: Gradescope may stop us at any moment. */
export function writeResults(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileAtomic(file, `${JSON.stringify(content, undefined, 2)}\n`);
}
