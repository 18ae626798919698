import { join } from 'node:path';
import { z } from 'zod';
import type { ClassEntry } from './findSubmissions';
import { jsonText, readJson, writeWhole } from '../../files';

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
  const report = await readJson(join(directory, 'import.json'), importSchema);
  if (report.status !== 'read') return;
  const idsOf = new Map(report.value.imported.map(({ name, ids }) => [name, ids]));
  const owners = submissions.flatMap(({ entry, name }) => {
    const ids = idsOf.get(entry);
    return ids === undefined ? [] : [[name, ids] as const];
  });
  await writeWhole(join(out, fileName), jsonText(Object.fromEntries(owners)));
}

/** Ids of those whose a submission is, by its name; empty where no import has told. */
export async function readOwners(out: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const owners = await readJson(join(out, fileName), ownersSchema);
  if (owners.status === 'damaged')
    throw new Error(`${join(out, fileName)} is damaged; delete it and run the batch again with --resume`);
  return new Map(owners.status === 'missing' ? [] : Object.entries(owners.value));
}
