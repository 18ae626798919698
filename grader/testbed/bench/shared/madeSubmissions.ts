import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWork } from '../../madeClass';

/**
 * A folder with so many submissions: right ones, or those of students who have not begun. Named `s0001`, and so on.
 *
 * @param but - exercises that even right ones have not begun
 */
export function madeSubmissions(
  count: number,
  ids: readonly string[],
  what: 'solutions' | 'assignments',
  but: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'descent-bench-'));
  const texts = ids.map((id) => ({ id, file: fileOf(id), text: readFileSync(join(what, id, fileOf(id)), 'utf8') }));
  for (const { id, file, text } of texts) {
    const todo = but
      .filter((exercise) => text.includes(`export function ${exercise}(`))
      .map((exercise) => [exercise, 'todo'] as const);
    const work = what === 'solutions' ? writeWork(text, new Map(todo)) : text;
    for (let number = 1; number <= count; number += 1) {
      const path = join(folder, 'submissions', `s${String(number).padStart(4, '0')}`, id);
      mkdirSync(path, { recursive: true });
      // No two are the same code, so that nothing can be remembered from one to the next.
      writeFileSync(join(path, file), `${work}\nexport const submission = ${number};\n`);
    }
  }
  return folder;
}

/** Name of the file that students edit. */
export function fileOf(id: string): string {
  return (JSON.parse(readFileSync(join('assignments', id, 'public.json'), 'utf8')) as { readonly file: string }).file;
}
