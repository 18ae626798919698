import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sourceFolder, type CourseFolders } from '../../../pipeline/course';
import type { StaffFile } from './secretCode';

/** Staff files of an assignment: its solution, specs and hints. */
export async function staffFiles(checkout: CourseFolders, id: string, solution: string): Promise<readonly StaffFile[]> {
  const folder = sourceFolder(checkout, id);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts') || isHints(name));
  return Promise.all(
    names.toSorted().map(async (name): Promise<StaffFile> => ({
      path: `solutions/${id}/${name.replaceAll('\\', '/')}`,
      text: (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n'),
      kind: name === solution ? 'solution' : isHints(name) ? 'open' : 'spec',
    })),
  );
}

function isHints(name: string): boolean {
  return /^hints\.\w+\.yaml$/.test(name);
}
