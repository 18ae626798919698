import { join } from 'node:path';
import { z } from 'zod';
import type { ClassEntry } from './findSubmissions';
import { jsonText, readJson, writeWhole } from '../../files';
import { importFile, readImport } from './keptImport';

const ownersSchema = z.record(z.string(), z.array(z.string()));
const fileName = 'owners.json';

/**
 * Stores the owners of submissions found by an import in `OUT/owners.json`: an id can have characters that a folder
 * name can't. The import's other findings are copied to `OUT/import.json`.
 *
 * @param directory - folder of the submissions
 */
export async function keepOwners(directory: string, out: string, submissions: readonly ClassEntry[]): Promise<void> {
  const kept = await readImport(directory);
  if (kept === undefined) return;
  const nameOf = new Map(submissions.map(({ entry, name }) => [entry, name]));
  const imported = kept.imported.map((one) => ({ ...one, name: nameOf.get(one.name) ?? one.name }));
  await writeWhole(join(out, importFile), jsonText({ ...kept, imported }));
  const idsOf = new Map(kept.imported.map(({ name, ids }) => [name, ids]));
  const owners = submissions.flatMap(({ entry, name }) => {
    const ids = idsOf.get(entry);
    return ids === undefined ? [] : [[name, ids] as const];
  });
  await writeWhole(join(out, fileName), jsonText(Object.fromEntries(owners)));
}

/** Ids of the owners by submission; empty if there was no import. */
export async function readOwners(out: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const owners = await readJson(join(out, fileName), ownersSchema);
  if (owners.status === 'damaged')
    throw new Error(`${join(out, fileName)} is damaged; delete it and run the batch again with --resume`);
  return new Map(owners.status === 'missing' ? [] : Object.entries(owners.value));
}
