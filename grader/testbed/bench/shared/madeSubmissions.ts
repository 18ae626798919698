import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWork } from '../../madeClass';

/**
 * Makes a folder of submissions named `s0001`, …: correct ones, or skeletons.
 *
 * @param todo - exercises that are still to do in correct ones
 */
export function madeSubmissions(
  count: number,
  ids: readonly string[],
  what: 'solutions' | 'assignments',
  todo: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'descent-bench-'));
  const texts = ids.map((id) => ({ id, file: fileOf(id), text: readFileSync(join(what, id, fileOf(id)), 'utf8') }));
  for (const { id, file, text } of texts) {
    const attempts = todo
      .filter((exercise) => text.includes(`export function ${exercise}(`))
      .map((exercise) => [exercise, 'todo'] as const);
    const work = what === 'solutions' ? writeWork(text, new Map(attempts)) : text;
    for (let number = 1; number <= count; number += 1) {
      const path = join(folder, 'submissions', `s${String(number).padStart(4, '0')}`, id);
      mkdirSync(path, { recursive: true });
      // All differ, so that no score can be reused.
      writeFileSync(join(path, file), `${work}\nexport const submission = ${number};\n`);
    }
  }
  return folder;
}

/** The name of the file that students edit. */
export function fileOf(id: string): string {
  return (JSON.parse(readFileSync(join('assignments', id, 'public.json'), 'utf8')) as { readonly file: string }).file;
}
