import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files';
import type { Assignment } from '../types';
import type { Curriculum } from './curriculum';
import { readCacheFile, writeCacheFile } from './cacheFile';

const keptDays = 7;

/**
 * Prepared assignments as files, so that cases, expected values and mistakes' results are computed once for a class
 * instead of once per grading process.
 *
 * The files contain data that students must not see: only their owner can read them, and their folder is not visible to
 * submissions' processes. A damaged file or unusable folder costs only time.
 */
export class AssignmentCache {
  readonly #folder: string;
  readonly #key: string;
  /** Content to be saved, by file. */
  readonly #fresh = new Map<string, () => Uint8Array | string>();

  /** @param key - everything that affects preparing an assignment, except its id */
  constructor(
    folder: string,
    key: readonly string[],
    private readonly curriculum: Curriculum,
  ) {
    this.#folder = folder;
    this.#key = JSON.stringify(key);
  }

  /** Returns the cached assignment, or prepares it. */
  async load(id: string, prepare: () => Promise<Assignment>): Promise<Assignment> {
    const kept = await this.#read(this.#path(id), (file) => readCacheFile(file, this.curriculum));
    if (kept !== undefined) return kept;
    const assignment = await prepare();
    this.#fresh.set(this.#path(id), () => writeCacheFile(assignment));
    return assignment;
  }

  /** Returns a cached text that is slow to compute, or computes it. */
  async loadText(name: string, find: () => string): Promise<string> {
    const path = this.#path(name);
    const kept = await this.#read(path, (file) => file.toString());
    if (kept !== undefined && kept !== '') return kept;
    const text = find();
    this.#fresh.set(path, () => text);
    return text;
  }

  /** Saves what was prepared, computing mistakes' lazy results if necessary. */
  async save(): Promise<void> {
    if (this.#fresh.size === 0 || !(await openFolder(this.#folder))) return;
    for (const [path, content] of this.#fresh) {
      // A failure to serialize is our own bug and must throw; otherwise the assignment would be prepared again every
      // time, unnoticed.
      const file = content();
      await writeWhole(path, file, { mode: 0o600 }).catch(() => undefined);
    }
    this.#fresh.clear();
  }

  async #read<T>(path: string, read: (file: Buffer) => T): Promise<T | undefined> {
    try {
      const kept = read(await readFile(path));
      // The modification time records the last use, for `removeUnused`.
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
  // Synchronous and one by one: awaiting each file takes three times as long as reading it.
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

/** Whether files can be cached there: a read-only folder only makes the start slower. */
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
