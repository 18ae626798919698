import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with so many submissions of one assignment: right ones, or those of students who have not begun. Named `s0001`, and so on. */
export function madeSubmissions(count: number, id: string, what: 'solutions' | 'assignments'): string {
  const folder = mkdtempSync(join(tmpdir(), 'descent-bench-'));
  for (let number = 1; number <= count; number += 1) {
    const path = join(folder, 'submissions', `s${String(number).padStart(4, '0')}`, id);
    mkdirSync(path, { recursive: true });
    const [file = ''] = /\w+\.ts/.exec(fileOf(id)) ?? [];
    cpSync(join(what, id, file), join(path, file));
    // No two are the same file, so that nothing can be remembered from one to the next.
    writeFileSync(join(path, file), `${readFileSync(join(path, file), 'utf8')}\n// ${number}\n`);
  }
  return folder;
}

/** Name of the file that students edit. */
export function fileOf(id: string): string {
  return (JSON.parse(readFileSync(join('assignments', id, 'public.json'), 'utf8')) as { readonly file: string }).file;
}
