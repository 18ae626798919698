import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Adds a .gitignore, so that students' work and grades don't end up in a repository. An existing one stays. */
export async function hideFromGit(folder: string): Promise<void> {
  const text = "# Students' work and grades: keep them out of any repository.\n*\n";
  await writeFile(join(folder, '.gitignore'), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    // If the folder isn't writable, a later step that matters reports it.
    if (error.code !== 'EEXIST' && error.code !== 'EACCES') throw error;
  });
}
