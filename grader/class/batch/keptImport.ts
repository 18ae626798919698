import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../files';
import { sanitize } from '../../pipeline/report';

/** Of `import.json`, which an import writes beside the submissions, and a batch keeps. */
const importSchema = z.object({
  platform: z.string().default(''),
  imported: z.array(
    z.object({
      ids: z.array(z.string()),
      name: z.string(),
      /** Files of the download, by which the platform knows them again, and the ids of those who delivered each. */
      handedInAs: z.array(z.object({ file: z.string(), ids: z.array(z.string()) })).default([]),
    }),
  ),
  /** What the import found no one for. @see Note [Borders] */
  unmatched: z.array(z.object({ label: z.string().transform(sanitize), reason: z.string() })).default([]),
});

export type KeptImport = z.infer<typeof importSchema>;

export const importFile = 'import.json';

/** What an import has found out, from the folder that it made or from a batch of that; undefined where there was none. */
export async function readImport(folder: string): Promise<KeptImport | undefined> {
  const kept = await readJson(join(folder, importFile), importSchema);
  return kept.status === 'read' ? kept.value : undefined;
}
