import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName, parseManifest, sha256, type Files, type Manifest } from './manifest';
import type { UpdateTexts } from './texts';

/** A release whose files all match its manifest. */
export interface Release {
  readonly manifest: Manifest;
  readonly files: Files;
}

/**
 * Reads a whole release, so an update never starts with half of one.
 *
 * @throws an error that names what is missing or damaged
 */
export async function readRelease(folder: string, texts: UpdateTexts): Promise<Release> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new Error(texts.noRelease(folder));
  });
  const manifest = parseManifest(text, texts);
  const files = new Map<string, Uint8Array>();
  for (const [path, checksum] of Object.entries(manifest.files)) {
    const content = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
    if (content === undefined) throw new Error(texts.lacksFile(path));
    if (sha256(content) !== checksum) throw new Error(texts.damagedFile(path));
    files.set(path, content);
  }
  return { manifest, files };
}
