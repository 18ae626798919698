import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClassEntry } from './findSubmissions';
import { writeWhole } from './writeWhole';

/** Of `import.json`, which an import writes beside the submissions. */
const importSchema = z.object({ imported: z.array(z.object({ ids: z.array(z.string()), name: z.string() })) });
const ownersSchema = z.record(z.string(), z.array(z.string()));
const fileName = 'owners.json';

/**
 * Keeps in `OUT/owners.json` whose each submission is, where an import knows: an id may have signs that no folder can
 * be called by.
 *
 * @param directory - of the submissions
 */
export async function keepOwners(directory: string, out: string, submissions: readonly ClassEntry[]): Promise<void> {
  const text = await readFile(join(directory, 'import.json'), 'utf8').catch(() => undefined);
  const parsed = text === undefined ? undefined : importSchema.safeParse(parseJson(text));
  if (parsed?.success !== true) return;
  const idsOf = new Map(parsed.data.imported.map(({ name, ids }) => [name, ids]));
  const owners = submissions.flatMap(({ entry, name }) => {
    const ids = idsOf.get(entry);
    return ids === undefined ? [] : [[name, ids] as const];
  });
  await writeWhole(join(out, fileName), `${JSON.stringify(Object.fromEntries(owners), undefined, 2)}\n`);
}

/** Ids of those whose a submission is, by its name; empty where no import has told. */
export async function readOwners(out: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await readFile(join(out, fileName), 'utf8').catch(() => '{}');
  const parsed = ownersSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new Error(`${join(out, fileName)} is damaged; delete it and run the batch again with --resume`);
  return new Map(Object.entries(parsed.data));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
