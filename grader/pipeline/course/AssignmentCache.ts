import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files';
import type { Assignment } from '../types';
import type { Curriculum } from './curriculum';
import { readKeptFile, writeKeptFile } from './keptFile';

const keptDays = 7;

/**
 * Prepared assignments as files, so that cases, expected values and what mistakes return are computed once for a class,
 * and not once for each process that grades it.
 *
 * The files hold what no student may know: only their owner can read them, and they lie in no folder that a
 * submission's process sees. Whatever is wrong with a file, or with the folder, costs time and nothing else.
 */
export class AssignmentCache {
  readonly #folder: string;
  readonly #key: string;
  /** What is to be kept, by its file. */
  readonly #fresh = new Map<string, () => Uint8Array | string>();

  /** @param key - all that an assignment is prepared from, but for its id */
  constructor(
    folder: string,
    key: readonly string[],
    private readonly curriculum: Curriculum,
  ) {
    this.#folder = folder;
    this.#key = JSON.stringify(key);
  }

  /** The assignment as it was prepared before, else as it is prepared now. */
  async load(id: string, prepare: () => Promise<Assignment>): Promise<Assignment> {
    const kept = await this.#read(this.#path(id), (file) => readKeptFile(file, this.curriculum));
    if (kept !== undefined) return kept;
    const assignment = await prepare();
    this.#fresh.set(this.#path(id), () => writeKeptFile(assignment));
    return assignment;
  }

  /** A text that takes long to find out, as it was found out before, else as it is now. */
  async loadText(name: string, find: () => string): Promise<string> {
    const path = this.#path(name);
    const kept = await this.#read(path, (file) => file.toString());
    if (kept !== undefined && kept !== '') return kept;
    const text = find();
    this.#fresh.set(path, () => text);
    return text;
  }

  /** Keeps what was prepared. What mistakes return is found out now, if no one has asked yet. */
  async save(): Promise<void> {
    if (this.#fresh.size === 0 || !(await openFolder(this.#folder))) return;
    for (const [path, content] of this.#fresh) {
      // What can't be made a file of is our own bug, and no one would notice that it is prepared again and again.
      const file = content();
      await writeWhole(path, file, { mode: 0o600 }).catch(() => undefined);
    }
    this.#fresh.clear();
  }

  async #read<T>(path: string, read: (file: Buffer) => T): Promise<T | undefined> {
    try {
      const kept = read(await readFile(path));
      // Its time is when it was last used, so that what no one uses can go.
      await utimes(path, new Date(), new Date()).catch(() => undefined);
      return kept;
    } catch {
      return undefined;
    }
  }

  #path(id: string): string {
    return join(this.#folder, `${createHash('sha256').update(`${id}\n${this.#key}`).digest('hex').slice(0, 32)}.kept`);
  }
}

/** A hash of every file below a folder, by path and content. */
export function hashOfFolder(folder: string): string {
  const hash = createHash('sha256');
  // One after the other, and at once: to wait for each file takes three times as long as to read it.
  const add = (below: string): void => {
    const entries = readdirSync(folder + below, { withFileTypes: true });
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory()) add(path);
      else if (entry.isFile()) hash.update(`${path}\n`).update(readFileSync(folder + path));
    }
  };
  add('');
  return hash.digest('hex');
}

/** Whether files can be kept there: a folder that can't be written to just makes the start slower. */
async function openFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await removeUnused(folder);
    return true;
  } catch {
    return false;
  }
}

async function removeUnused(folder: string): Promise<void> {
  const oldest = Date.now() - keptDays * 24 * 60 * 60 * 1000;
  for (const name of await readdir(folder)) {
    const used = await stat(join(folder, name)).catch(() => undefined);
    if (used !== undefined && used.mtimeMs < oldest) await rm(join(folder, name), { force: true });
  }
}
