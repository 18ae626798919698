import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files';

/** Default path of the course's signing key. */
export function releaseKeyFile(root: string): string {
  return join(root, '.descent', 'release-key.pem');
}

/** The key that signs the course's releases. */
export interface ReleaseKey {
  readonly key: KeyObject;
  /** Whether it was just created, so no copy of the course knows it yet. */
  readonly isNew: boolean;
}

/**
 * Reads the private key of the course, or creates one, readable only by its owner.
 *
 * @param file - PEM
 * @throws if the file can't be read or is not an ed25519 key, which must not be silently replaced
 */
export async function openReleaseKey(file: string): Promise<ReleaseKey> {
  const kept = await readReleaseKey(file);
  if (kept !== undefined) return { key: kept, isNew: false };
  const { privateKey: key } = generateKeyPairSync('ed25519');
  await writeWhole(file, key.export({ type: 'pkcs8', format: 'pem' }), {
    makeFolder: true,
    mode: 0o600,
    advice: 'name another file with --key',
  });
  return { key, isNew: true };
}

/** The key in a file; undefined if there is no file. @throws as `openReleaseKey` */
export async function readReleaseKey(file: string): Promise<KeyObject | undefined> {
  const text = await readIfThere(file);
  return text === undefined ? undefined : parseKey(text, file);
}

function parseKey(text: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Reported below, without the content of the file.
  }
  throw new Error(`${file} is no private ed25519 key in PEM; restore it, or name another file with --key`);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Error(`${file} can't be read (${code ?? 'unknown error'}): it holds the key that signs releases`, {
      cause: error,
    });
  }
}
