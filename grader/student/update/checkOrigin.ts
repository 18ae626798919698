import { createPublicKey, verify } from 'node:crypto';
import { sha256, signedText, type Manifest } from './manifest';
import type { UpdateTexts } from './texts';

/** What is known of a release's origin before it is looked at. */
export interface Trust {
  /** Public key of the release that the copy is from; undefined where that is lost, or was not signed. */
  readonly known: string | undefined;
  /** Fingerprint of another key that the student was asked to accept. */
  readonly accepted: string | undefined;
}

/**
 * Holds a release against the key that the student's copy came with, so that only whoever made that copy can change
 * it: the grader's code runs on students' machines. A copy without a key takes the first one that it sees.
 *
 * @param from - the release, as the student named it
 * @returns the key's fingerprint
 * @throws if the release is signed by no one, falsely, or by another key than the known or the accepted one
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

/** A key in few enough letters to be announced and compared. */
export function fingerprintOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64')).slice(0, 32);
}

function isSignature(publicKey: string, signature: string, checksum: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    const isOurKind = key.asymmetricKeyType === 'ed25519';
    return isOurKind && verify(null, signedText(checksum), key, Buffer.from(signature, 'base64'));
  } catch {
    // Bytes that are no key.
    return false;
  }
}
