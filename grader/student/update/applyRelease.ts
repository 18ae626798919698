import { isUtf8 } from 'node:buffer';
import { copyFile, mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { parseJson, writeWhole } from '../../files';
import { checkOrigin } from './checkOrigin';
import { manifestName, parseManifest, sha256, writeManifest, type Manifest } from './manifest';
import { readRelease } from './readRelease';
import { updateTexts, type UpdateTexts } from './texts';
import { withStubs, type Renamed } from './withStubs';

/** How an update is asked for. */
export interface UpdateOptions {
  /** Fingerprint of a key to be trusted in the place of the copy's own. */
  readonly acceptedKey?: string | undefined;
  /** What is said where it fails. */
  readonly texts?: UpdateTexts;
}

/** What an update did, by paths. */
export interface Update {
  readonly version: string;
  /** undefined where the copy's own manifest was lost. */
  readonly oldVersion: string | undefined;
  /** Numbers of the releases; undefined where one is older than that. */
  readonly release: string | undefined;
  readonly oldRelease: string | undefined;
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly removed: readonly string[];
  /** Changed by the student though not theirs to change: replaced or removed, and kept in `keptIn`. */
  readonly hadChanges: readonly string[];
  readonly keptIn: string;
  /** The student's own files whose skeleton is another now. They are left as they are. */
  readonly newSkeletons: readonly string[];
  /** Functions that a newer skeleton has and the student's file had not: added to it, still to do. The file before is kept. */
  readonly stubs: readonly { readonly path: string; readonly names: readonly string[] }[];
  /** Functions of the student's that are called otherwise now; they are graded under either name. */
  readonly renamed: readonly (Renamed & { readonly path: string })[];
  /** Fingerprint of the key that the copy trusts from now on, where it did not before. */
  readonly newKey: string | undefined;
}

// npm writes it again at each install: that it differs is no change of the student's.
const lockfile = 'package-lock.json';

/**
 * Makes a student's copy the newer release, but for the student's own files.
 *
 * All is read and verified before the first change. Each file is replaced whole, and the manifest last: an update that
 * was interrupted is finished by doing it again.
 *
 * @param root - the student's copy
 * @param from - folder of the newer release
 * @throws if one of the two is not what it should be; then nothing is changed
 */
export async function applyRelease(
  root: string,
  from: string,
  { acceptedKey, texts = updateTexts('en') }: UpdateOptions = {},
): Promise<Update> {
  const { manifest, files } = await readRelease(from, texts);
  if ((await realpath(root)) === (await realpath(from))) throw new Error(texts.sameCopy);
  const old = await readOwnManifest(root);
  const key = checkOrigin(manifest, { known: old?.publicKey, accepted: acceptedKey }, from, texts);
  const added: string[] = [];
  const replaced: string[] = [];
  const hadChanges: string[] = [];
  const student = new Set(manifest.student);
  const keptIn = await freeFolder(root, `.descent/before-${manifest.version}`);

  for (const [path, content] of files) {
    const present = await readIfThere(join(root, ...path.split('/')));
    const before = present && sha256(present);
    if (before === undefined) added.push(path);
    else if (student.has(path) || before === manifest.files[path]) continue;
    else if (path === lockfile && old?.files[path] === manifest.files[path]) continue;
    else replaced.push(path);
    if (before !== undefined && before !== old?.files[path] && path !== lockfile) {
      hadChanges.push(path);
      await keep(root, path, keptIn);
    }
    await put(root, path, content);
  }
  const removed = await removeDropped(root, old, manifest, async (path) => {
    hadChanges.push(path);
    await keep(root, path, keptIn);
  });
  const newSkeletons = manifest.student.filter(
    (path) => old?.files[path] !== undefined && old.files[path] !== manifest.files[path],
  );
  const { stubs, renamed } = await addStubs(root, newSkeletons, files, keptIn);
  await put(root, manifestName, writeManifest(manifest));
  return {
    version: manifest.version,
    oldVersion: old?.version,
    release: manifest.release,
    oldRelease: old?.release,
    added,
    replaced,
    removed,
    hadChanges,
    keptIn,
    newSkeletons,
    stubs,
    renamed,
    newKey: old?.publicKey === manifest.publicKey ? undefined : key,
  };
}

// A copy whose manifest is lost can be updated all the same; only what the new release drops then stays.
async function readOwnManifest(root: string): Promise<Manifest | undefined> {
  const text = await readIfThere(join(root, manifestName));
  if (text === undefined) return undefined;
  try {
    return parseManifest(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Removes what the new release no longer has. What the student may have worked on stays, or is kept. */
async function removeDropped(
  root: string,
  old: Manifest | undefined,
  manifest: Manifest,
  keepChanged: (path: string) => Promise<void>,
): Promise<readonly string[]> {
  const dropped = Object.entries(old?.files ?? {}).filter(([path]) => manifest.files[path] === undefined);
  const removed: string[] = [];
  for (const [path, checksum] of dropped) {
    const full = join(root, ...path.split('/'));
    const present = await readIfThere(full);
    if (present === undefined) continue;
    if (sha256(present) !== checksum) {
      if (old?.student.includes(path)) continue;
      await keepChanged(path);
    }
    await rm(full);
    removed.push(path);
  }
  return removed;
}

/** What a student has begun gets the functions that came later, so that they are to do and not missing. */
async function addStubs(
  root: string,
  paths: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
  keptIn: string,
): Promise<Pick<Update, 'stubs' | 'renamed'>> {
  const stubs: Update['stubs'][number][] = [];
  const renamed: Update['renamed'][number][] = [];
  for (const path of paths) {
    const [own, skeleton] = [await readIfThere(join(root, ...path.split('/'))), files.get(path)];
    // What is no UTF-8 would not be the same again.
    if (own === undefined || skeleton === undefined || !isUtf8(own)) continue;
    const names = formerNamesIn(files.get(`${dirname(path)}/public.json`));
    const { text, added, ...more } = withStubs(own.toString('utf8'), Buffer.from(skeleton).toString('utf8'), names);
    renamed.push(...more.renamed.map((one) => ({ path, ...one })));
    if (added.length === 0) continue;
    await keep(root, path, keptIn);
    await put(root, path, text);
    stubs.push({ path, names: added });
  }
  return { stubs, renamed };
}

/** By exercise, as its assignment's checks say. */
function formerNamesIn(checks: Uint8Array | undefined): Readonly<Record<string, readonly string[]>> {
  const read = parseJson(Buffer.from(checks ?? '').toString('utf8'), namesSchema);
  if (read.status === 'damaged') return {};
  return Object.fromEntries(read.value.exercises.map(({ name, formerNames }) => [name, formerNames ?? []]));
}

const namesSchema = z.looseObject({
  exercises: z.array(z.looseObject({ name: z.string(), formerNames: z.array(z.string()).optional() })),
});

/** A new one for each update: two may be to one version, where only handouts changed, and what is kept stays. */
async function freeFolder(root: string, name: string): Promise<string> {
  const taken = new Set(await readdir(join(root, dirname(name))).catch(() => []));
  let number = 1;
  const nameOf = (): string => (number === 1 ? name : `${name}-${number}`);
  while (taken.has(basename(nameOf()))) number += 1;
  return nameOf();
}

async function keep(root: string, path: string, keptIn: string): Promise<void> {
  const target = join(root, keptIn, ...path.split('/'));
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(root, ...path.split('/')), target);
}

async function put(root: string, path: string, content: string | Uint8Array): Promise<void> {
  await writeWhole(join(root, ...path.split('/')), content, {
    makeFolder: true,
    advice: 'repair that, then update again',
  });
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}
