import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { jsonText, parseJson } from '../../files';
import { updateTexts } from './texts';

/** Path of the manifest in a copy of the course. */
export const manifestName = 'MANIFEST.json';

const checksum = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 checksum');
const base64 = z.string().regex(/^[\w+/]{1,200}={0,2}$/, 'is no base64');

// Paths of a manifest are written to and removed, so they must stay inside the folder, on every system.
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
  /** Changes with the checks or the grader's code. */
  version: z.string().min(1),
  /** Number of the release, unique for its content. Older releases have none. */
  release: z.string().min(1).optional(),
  /** SHA-256 of every file by path, except the manifest itself. */
  files: z.record(safePath, checksum),
  /** Files that belong to the student once released. */
  student: z.array(safePath),
  /** Public key of the course's releases: SPKI in base64. Older releases have none. */
  publicKey: base64.optional(),
  /** SHA-256 of all of the above, which detects missing lines. */
  checksum,
  /** Signature of that checksum by that key: see `checkOrigin`. */
  signature: base64.optional(),
});

/** Content of a release. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** File contents by path, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The manifest of these files, without a date, so the same sources give the same release, byte for byte.
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

/** The paths that are not valid on every system. */
export function unfitPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !safePath.safeParse(path).success);
}

/** @throws a one-sentence error if the text is not a manifest, or was altered */
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

/** The signed message of a manifest, with its purpose, so the signature can't be reused for anything else. */
export function signedText(checksumOfAll: string): Buffer {
  return Buffer.from(`descent release ${checksumOfAll}`);
}

/** Hex digits of the SHA-256 checksum. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
