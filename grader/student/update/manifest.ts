import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { jsonText, parseJson } from '../../files';
import { updateTexts } from './texts';

/** Where a copy of the course keeps its manifest. */
export const manifestName = 'MANIFEST.json';

const checksum = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 checksum');
const base64 = z.string().regex(/^[\w+/]{1,200}={0,2}$/, 'is no base64');

// What a path of a manifest names is written to and removed: it must stay inside the folder, on every system.
const safePath = z
  .string()
  .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, 'is no plain relative path')
  .refine(
    (path) => path.split('/').every((part) => !/^\.+$/.test(part) && part !== '.git' && part !== 'node_modules'),
    'leads elsewhere',
  );

const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  title: z.string(),
  /** Changes whenever the checks or the grader's code do. */
  version: z.string().min(1),
  /** Number of the release, another one for any other content. Older releases have none. */
  release: z.string().min(1).optional(),
  /** SHA-256 of every file, by its path, but for the manifest itself. */
  files: z.record(safePath, checksum),
  /** Those among the files that belong to the student once released. */
  student: z.array(safePath),
  /** Of the key that signs the course's releases: SPKI in base64. Copies of older releases have none. */
  publicKey: base64.optional(),
  /** SHA-256 of all of the above, so that a manifest with lines missing is found out. */
  checksum,
  /** Of that checksum, by that key: see `checkOrigin`. */
  signature: base64.optional(),
});

/** All that a release consists of. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** Contents of files by path, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The manifest of these files: no date in it, so that the same sources give the same release, byte for byte.
 *
 * @param options.student - paths of the files that students edit
 * @param options.key - private key, ed25519, that signs it
 */
export function makeManifest(
  files: Files,
  { title, student, key }: { readonly title: string; readonly student: readonly string[]; readonly key: KeyObject },
): Manifest {
  const paths = [...files.keys()].toSorted();
  const checksums = Object.fromEntries(paths.map((path) => [path, sha256(files.get(path) ?? '')]));
  const deciding = paths.filter((path) => path.startsWith('grader/') || path.endsWith('/public.json'));
  const version = sha256(deciding.map((path) => `${path} ${checksums[path]}\n`).join('')).slice(0, 12);
  const release = sha256(JSON.stringify([title, checksums])).slice(0, 8);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  const content = {
    schemaVersion: 1 as const,
    title,
    version,
    release,
    files: checksums,
    student: student.toSorted(),
    publicKey,
  };
  const whole = sha256(JSON.stringify(content));
  return { ...content, checksum: whole, signature: sign(null, signedText(whole), key).toString('base64') };
}

/** Those of some paths that not every system can have. */
export function unfitPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !safePath.safeParse(path).success);
}

/** @throws in one sentence if the text is no manifest, or not as it was made */
export function parseManifest(text: string, texts = updateTexts('en')): Manifest {
  const manifest = parseJson(text, manifestSchema);
  if (manifest.status === 'damaged') throw new Error(texts.damagedManifest(manifest.why));
  const { checksum: claimed, signature: _signature, ...content } = manifest.value;
  if (sha256(JSON.stringify(content)) !== claimed) throw new Error(texts.damagedManifest(texts.wrongChecksum));
  return manifest.value;
}

/** The text of a manifest. */
export function writeManifest(manifest: Manifest): string {
  return jsonText(manifest);
}

/** What is signed of a manifest: with its purpose, so that the signature is good for nothing else. */
export function signedText(checksumOfAll: string): Buffer {
  return Buffer.from(`descent release ${checksumOfAll}`);
}

/** Hex digits of the SHA-256 checksum. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
