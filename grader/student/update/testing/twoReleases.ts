import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeManifest, manifestName, writeManifest, type Manifest } from '../manifest';

const folder = mkdtempSync(join(tmpdir(), 'descent-update-'));
/** A student's copy. */
export const root = join(folder, 'mine');
/** The place of a newer release. */
export const from = join(folder, 'newer');

export const own = 'assignments/03-losses/losses.ts';
export const checks = 'assignments/03-losses/public.json';

export const first = {
  'README.md': 'read',
  [own]: 'skeleton',
  [checks]: 'checks 1',
  'grader/old.js': 'old',
  'grader/cli.js': 'same',
};
export const second = {
  'README.md': 'read',
  [own]: 'new skeleton',
  [checks]: 'checks 2',
  'grader/new.js': 'new',
  'grader/cli.js': 'same',
};

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const courseKey = newKey();

export async function write(base: string, path: string, text: string): Promise<void> {
  const full = join(base, ...path.split('/'));
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
}

export async function writeRelease(
  base: string,
  contents: Readonly<Record<string, string>>,
  { student = [own], key = courseKey }: { readonly student?: string[]; readonly key?: KeyObject } = {},
): Promise<Manifest> {
  const files = new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)]));
  const manifest = makeManifest(files, { title: 'Course', student, key });
  for (const [path, text] of Object.entries(contents)) await write(base, path, text);
  await write(base, manifestName, writeManifest(manifest));
  return manifest;
}

/** All files of a folder except the manifest and saved files, with their texts. */
export async function textsOf(base: string): Promise<Record<string, string>> {
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [
      path.slice(base.length + 1).replaceAll('\\', '/'),
      await readFile(path, 'utf8'),
    ]),
  );
  return Object.fromEntries(texts.filter(([path]) => path !== manifestName && !path.startsWith('.descent/')));
}

/** For each test, a copy of the first release with begun work. */
export function withCopy(): void {
  beforeEach(async () => {
    await writeRelease(root, first);
    await write(root, own, 'half done');
    await write(root, 'assignments/03-losses/notes.txt', 'my notes');
  });

  afterEach(() => rm(folder, { recursive: true }));
}
