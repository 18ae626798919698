import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutFigures } from '../workedFigures/equations';

/** Allowed files next to a handout: code, figures, data. */
const released = /\.(?:md|ts|json|svg|png|jpg|csv|gz|bin)$|\/answers\.yaml$/;

/** The students' files, by path. */
export interface CollectedAssignments {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Files that students edit. */
  readonly student: readonly string[];
  /** Files of kinds that are not released. */
  readonly leftOut: readonly string[];
}

/** Reads the folders of these assignments, and their shared files. */
export async function collectAssignments(
  root: string,
  assignments: readonly { readonly id: string; readonly file: string }[],
): Promise<CollectedAssignments> {
  const files = new Map<string, Uint8Array>();
  const leftOut: string[] = [];
  const take = async (path: string): Promise<void> => {
    if (!released.test(path) || path.split('/').some((part) => part.startsWith('.'))) leftOut.push(path);
    else files.set(path, asReleased(path, await readFile(join(root, ...path.split('/')))));
  };
  for (const path of await filesIn(root, 'assignments', false)) await take(path);
  for (const { id } of assignments) for (const path of await filesIn(root, `assignments/${id}`, true)) await take(path);
  const student = assignments
    .flatMap(({ id, file }) => [`assignments/${id}/${file}`, `assignments/${id}/answers.yaml`])
    .filter((path) => !path.endsWith('/answers.yaml') || files.has(path));
  return { files, student, leftOut };
}

/** Students don't have the functions that compute some figures of a handout. */
function asReleased(path: string, content: Buffer): Uint8Array {
  return path.endsWith('.md') ? Buffer.from(withoutFigures(content.toString('utf8'))) : content;
}

async function filesIn(root: string, folder: string, deep: boolean): Promise<readonly string[]> {
  const entries = await readdir(join(root, ...folder.split('/')), { withFileTypes: true });
  const paths: string[] = [];
  for (const { name, isDirectory } of entries.map((entry) => ({
    name: entry.name,
    isDirectory: entry.isDirectory(),
  }))) {
    if (!isDirectory) paths.push(`${folder}/${name}`);
    else if (deep) paths.push(...(await filesIn(root, `${folder}/${name}`, true)));
  }
  return paths.toSorted();
}
