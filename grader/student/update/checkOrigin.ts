import { createPublicKey, verify } from 'node:crypto';
import { sha256, signedText, type Manifest } from './manifest';
import type { UpdateTexts } from './texts';

/** Trusted origin of a release. */
export interface Trust {
  /** Public key of the release that the copy is from; undefined if it is lost or wasn't signed. */
  readonly known: string | undefined;
  /** Fingerprint of another key that the student accepts. */
  readonly accepted: string | undefined;
}

/**
 * Verifies a release with the key of the student's copy, so only its publisher can change it: the grader's code runs on
 * students' machines. A copy without a key trusts the first one it sees.
 *
 * @param from - the release, as named by the student
 * @returns the key's fingerprint
 * @throws if the release is unsigned, wrongly signed, or signed by another key than the known or accepted one
 */
export function checkOrigin(
  { publicKey, signature, checksum }: Pick<Manifest, 'publicKey' | 'signature' | 'checksum'>,
  { known, accepted }: Trust,
  from: string,
  texts: UpdateTexts,
): string {
  if (publicKey === undefined || signature === undefined) throw new Error(texts.unsigned(from));
  if (!isSignature(publicKey, signature, checksum)) throw new Error(texts.changedSince(from));
  const found = fingerprintOf(publicKey);
  if (known === undefined || known === publicKey || accepted === found) return found;
  throw new Error(texts.otherKey(from, fingerprintOf(known), found));
}

/** A key's fingerprint, short enough to announce and compare. */
export function fingerprintOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64')).slice(0, 32);
}

function isSignature(publicKey: string, signature: string, checksum: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    const isOurKind = key.asymmetricKeyType === 'ed25519';
    return isOurKind && verify(null, signedText(checksum), key, Buffer.from(signature, 'base64'));
  } catch {
    // Not a key.
    return false;
  }
}
