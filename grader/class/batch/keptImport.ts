import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../files';
import { sanitize } from '../../pipeline/report';

/** Schema of `import.json`, which an import writes next to the submissions, and a batch copies. */
const importSchema = z.object({
  platform: z.string().default(''),
  imported: z.array(
    z.object({
      ids: z.array(z.string()),
      name: z.string(),
      /** Files of the download under the platform's names, and the ids of those who delivered each. */
      handedInAs: z.array(z.object({ file: z.string(), ids: z.array(z.string()) })).default([]),
    }),
  ),
  /** Submissions for which the import found no student. @see Note [Borders] */
  unmatched: z.array(z.object({ label: z.string().transform(sanitize), reason: z.string() })).default([]),
});

export type KeptImport = z.infer<typeof importSchema>;

export const importFile = 'import.json';

/** Reads the findings of an import, from its folder or from a batch of it; undefined if there was no import. */
export async function readImport(folder: string): Promise<KeptImport | undefined> {
  const kept = await readJson(join(folder, importFile), importSchema);
  return kept.status === 'read' ? kept.value : undefined;
}
