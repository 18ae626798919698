import { realpath } from 'node:fs/promises';
import { addStubs, type Stubs } from './addStubs';
import { checkOrigin } from './checkOrigin';
import { manifestName, parseManifest, sha256, writeManifest, type Manifest } from './manifest';
import { readRelease } from './readRelease';
import { StudentCopy } from './StudentCopy';
import { updateTexts, type UpdateTexts } from './texts';

/** Options of an update. */
export interface UpdateOptions {
  /** Fingerprint of a key to trust instead of the copy's own. */
  readonly acceptedKey?: string | undefined;
  /** Texts of errors. */
  readonly texts?: UpdateTexts;
}

/** Result of an update, by path. */
export interface Update extends Stubs {
  readonly version: string;
  /** Undefined if the copy's own manifest was lost. */
  readonly oldVersion: string | undefined;
  /** Numbers of the releases; undefined for older releases without one. */
  readonly release: string | undefined;
  readonly oldRelease: string | undefined;
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly removed: readonly string[];
  /** Changed by the student although not theirs: replaced or removed, and saved in `keptIn`. */
  readonly hadChanges: readonly string[];
  readonly keptIn: string;
  /** The student's own files whose skeleton has changed. They are not changed. */
  readonly newSkeletons: readonly string[];
  /** Fingerprint of a newly trusted key. */
  readonly newKey: string | undefined;
}

// npm rewrites it at each install, so a difference is not the student's change.
const lockfile = 'package-lock.json';

/**
 * Updates a student's copy to a newer release, except for the student's own files.
 *
 * Everything is read and verified before the first change. Each file is replaced atomically, the manifest last: repeat
 * an interrupted update to finish it.
 *
 * @param root - the student's copy
 * @param from - folder of the newer release
 * @throws if one of the two is invalid; nothing is changed then
 */
export async function applyRelease(
  root: string,
  from: string,
  { acceptedKey, texts = updateTexts('en') }: UpdateOptions = {},
): Promise<Update> {
  const { manifest, files } = await readRelease(from, texts);
  if ((await realpath(root)) === (await realpath(from))) throw new Error(texts.sameCopy);
  const copy = await StudentCopy.open(root, manifest.version);
  const old = await readOwnManifest(copy);
  const key = checkOrigin(manifest, { known: old?.publicKey, accepted: acceptedKey }, from, texts);
  const added: string[] = [];
  const replaced: string[] = [];
  const hadChanges: string[] = [];
  const student = new Set(manifest.student);

  for (const [path, content] of files) {
    const present = await copy.read(path);
    const before = present && sha256(present);
    if (before === undefined) added.push(path);
    else if (student.has(path) || before === manifest.files[path]) continue;
    else if (path === lockfile && old?.files[path] === manifest.files[path]) continue;
    else replaced.push(path);
    if (before !== undefined && before !== old?.files[path] && path !== lockfile) {
      hadChanges.push(path);
      await copy.keep(path);
    }
    await copy.put(path, content);
  }
  const removed = await removeDropped(copy, old, manifest, async (path) => {
    hadChanges.push(path);
    await copy.keep(path);
  });
  const newSkeletons = manifest.student.filter(
    (path) => old?.files[path] !== undefined && old.files[path] !== manifest.files[path],
  );
  const { stubs, renamed } = await addStubs(copy, newSkeletons, files);
  await copy.put(manifestName, writeManifest(manifest));
  return {
    version: manifest.version,
    oldVersion: old?.version,
    release: manifest.release,
    oldRelease: old?.release,
    added,
    replaced,
    removed,
    hadChanges,
    keptIn: copy.keptIn,
    newSkeletons,
    stubs,
    renamed,
    newKey: old?.publicKey === manifest.publicKey ? undefined : key,
  };
}

// A copy without its manifest can still be updated, but files that the new release drops remain.
async function readOwnManifest(copy: StudentCopy): Promise<Manifest | undefined> {
  const text = await copy.read(manifestName);
  if (text === undefined) return undefined;
  try {
    return parseManifest(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Removes files that the new release no longer has, except for the student's work, which stays or is saved. */
async function removeDropped(
  copy: StudentCopy,
  old: Manifest | undefined,
  manifest: Manifest,
  keepChanged: (path: string) => Promise<void>,
): Promise<readonly string[]> {
  const dropped = Object.entries(old?.files ?? {}).filter(([path]) => manifest.files[path] === undefined);
  const removed: string[] = [];
  for (const [path, checksum] of dropped) {
    const present = await copy.read(path);
    if (present === undefined) continue;
    if (sha256(present) !== checksum) {
      if (old?.student.includes(path)) continue;
      await keepChanged(path);
    }
    await copy.remove(path);
    removed.push(path);
  }
  return removed;
}
