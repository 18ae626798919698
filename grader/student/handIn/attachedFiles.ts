import { readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { maxAttachmentBytes } from '../../pipeline/course';
import type { FoundFile } from '../../pipeline/submission';
import type { PackedFile } from '../../files';

/** Attachments: which exist, and which are missing or too large. */
export interface AttachedFiles {
  readonly files: readonly PackedFile[];
  readonly missing: readonly string[];
}

export async function attachedFiles(found: FoundFile, names: readonly string[]): Promise<AttachedFiles> {
  const files: PackedFile[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const path = posix.join(posix.dirname(found.file), name);
    const status = await stat(join(found.directory, path)).catch(() => undefined);
    if (status?.isFile() !== true) missing.push(name);
    else if (status.size > maxAttachmentBytes) missing.push(`${name} (> ${maxAttachmentBytes / 1e6} MB)`);
    else files.push({ path: posix.relative(found.base, path), content: await readFile(join(found.directory, path)) });
  }
  return { files, missing };
}
