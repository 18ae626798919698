import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName, parseManifest, sha256, type Files, type Manifest } from './manifest';

/** A release whose every file is what its manifest says. */
export interface Release {
  readonly manifest: Manifest;
  readonly files: Files;
}

/**
 * Reads a whole release, so that nothing is begun with half of one.
 *
 * @throws naming what is missing or damaged
 */
export async function readRelease(folder: string): Promise<Release> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new Error(`${folder} is no release: it has no ${manifestName}; name the unpacked folder of the new release`);
  });
  const manifest = parseManifest(text);
  const files = new Map<string, Uint8Array>();
  for (const [path, checksum] of Object.entries(manifest.files)) {
    const content = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
    if (content === undefined)
      throw new Error(`the release is not whole: ${path} is missing; get it again. Nothing was changed`);
    if (sha256(content) !== checksum)
      throw new Error(
        `the release is damaged: ${path} is not what ${manifestName} says; get it again. Nothing was changed`,
      );
    files.set(path, content);
  }
  return { manifest, files };
}
