import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from '../../files';

/** A student's copy during an update, by paths with slashes; files that would be lost are saved in a folder. */
export class StudentCopy {
  private constructor(
    private readonly root: string,
    readonly keptIn: string,
  ) {}

  /**
   * With a new folder for saved files: two updates can have the same version if only handouts changed, and saved files
   * must survive.
   */
  static async open(root: string, version: string): Promise<StudentCopy> {
    const name = `.descent/before-${version}`;
    const taken = new Set(await readdir(join(root, dirname(name))).catch(() => []));
    let number = 1;
    const nameOf = (): string => (number === 1 ? name : `${name}-${number}`);
    while (taken.has(basename(nameOf()))) number += 1;
    return new StudentCopy(root, nameOf());
  }

  /** A file, if it exists. */
  async read(path: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#full(path));
    } catch (error) {
      if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async keep(path: string): Promise<void> {
    const target = join(this.root, this.keptIn, ...path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(this.#full(path), target);
  }

  async put(path: string, content: string | Uint8Array): Promise<void> {
    await writeWhole(this.#full(path), content, { makeFolder: true, advice: 'repair that, then update again' });
  }

  async remove(path: string): Promise<void> {
    await rm(this.#full(path));
  }

  #full(path: string): string {
    return join(this.root, ...path.split('/'));
  }
}
