import { join } from 'node:path';
import { z } from 'zod';
import type { ClassEntry } from './findSubmissions';
import { jsonText, readJson, writeWhole } from '../../files';
import { withoutArchiveEnding } from '../../pipeline/submission';
import { importFile, readImport } from './keptImport';

const ownersSchema = z.record(z.string(), z.array(z.string()));
const fileName = 'owners.json';

/**
 * Stores in `OUT/owners.json` what each submission is matched by if its name is not enough: the ids that an import
 * found, since an id can have characters that a folder name can't; or the name of its folder or archive, if the
 * submission could not keep it. The import's other findings are copied to `OUT/import.json`.
 *
 * @param directory - folder of the submissions
 */
export async function keepOwners(directory: string, out: string, submissions: readonly ClassEntry[]): Promise<void> {
  const kept = await readImport(directory);
  if (kept !== undefined) {
    const nameOf = new Map(submissions.map(({ entry, name }) => [entry, name]));
    const imported = kept.imported.map((one) => ({ ...one, name: nameOf.get(one.name) ?? one.name }));
    await writeWhole(join(out, importFile), jsonText({ ...kept, imported }));
  }
  const idsOf = new Map(kept?.imported.map(({ name, ids }) => [name, ids]));
  const owners = submissions.flatMap(({ entry, name }) => {
    const plain = withoutArchiveEnding(entry);
    const ids = idsOf.get(entry) ?? (plain === name ? undefined : [plain]);
    return ids === undefined ? [] : [[name, ids] as const];
  });
  if (kept !== undefined || owners.length > 0)
    await writeWhole(join(out, fileName), jsonText(Object.fromEntries(owners)));
}

/** What submissions are matched by, by their names; without those whose name is enough. */
export async function readOwners(out: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const owners = await readJson(join(out, fileName), ownersSchema);
  if (owners.status === 'damaged')
    throw new Error(`${join(out, fileName)} is damaged; delete it and run the batch again with --resume`);
  return new Map(owners.status === 'missing' ? [] : Object.entries(owners.value));
}
