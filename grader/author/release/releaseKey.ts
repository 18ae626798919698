import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files';

/** Where a course keeps the key that signs its releases, unless another file is named. */
export function releaseKeyFile(root: string): string {
  return join(root, '.descent', 'release-key.pem');
}

/** The key that signs the course's releases. */
export interface ReleaseKey {
  readonly key: KeyObject;
  /** Whether it was made just now, so that no copy of the course knows it yet. */
  readonly isNew: boolean;
}

/**
 * Reads the private key of the course, or makes one, for its owner alone to read.
 *
 * @param file - PEM
 * @throws if the file can't be read, or is no ed25519 key: another key must not take its place unnoticed
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

/** The key in a file; undefined where there is no file. @throws as `openReleaseKey` */
export async function readReleaseKey(file: string): Promise<KeyObject | undefined> {
  const text = await readIfThere(file);
  return text === undefined ? undefined : parseKey(text, file);
}

function parseKey(text: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without what the file holds.
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
