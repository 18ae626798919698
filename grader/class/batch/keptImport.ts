import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

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
  /** What the import found no one for. */
  unmatched: z.array(z.object({ label: z.string(), reason: z.string() })).default([]),
});

export type KeptImport = z.infer<typeof importSchema>;

export const importFile = 'import.json';

/** What an import has found out, from the folder that it made or from a batch of that; undefined where there was none. */
export async function readImport(folder: string): Promise<KeptImport | undefined> {
  const text = await readFile(join(folder, importFile), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = importSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

/** A damaged file is as good as none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
