import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps a folder of students' work or grades out of whatever repository it lies in. One that is there already stays.
 */
export async function hideFromGit(folder: string): Promise<void> {
  const text = "# Students' work and grades: nothing of it is for a repository.\n*\n";
  await writeFile(join(folder, '.gitignore'), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    // What can't be written is reported where more than this would be lost.
    if (error.code !== 'EEXIST' && error.code !== 'EACCES') throw error;
  });
}
