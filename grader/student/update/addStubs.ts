import { isUtf8 } from 'node:buffer';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../files';
import type { StudentCopy } from './StudentCopy';
import { withStubs, type Renamed } from './withStubs';

/** Functions that were missing in the student's files, by path. */
export interface Stubs {
  /** Functions of the newer skeleton that were added to the student's file as todos. The previous file is saved. */
  readonly stubs: readonly { readonly path: string; readonly names: readonly string[] }[];
  /** Renamed functions in the student's file; they are graded under either name. */
  readonly renamed: readonly (Renamed & { readonly path: string })[];
}

/** Started files get new functions as todos, so they are not missing. */
export async function addStubs(
  copy: StudentCopy,
  paths: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Stubs> {
  const stubs: Stubs['stubs'][number][] = [];
  const renamed: Stubs['renamed'][number][] = [];
  for (const path of paths) {
    const [own, skeleton] = [await copy.read(path), files.get(path)];
    // Other encodings than UTF-8 would not survive a rewrite.
    if (own === undefined || skeleton === undefined || !isUtf8(own)) continue;
    const names = formerNamesIn(files.get(`${dirname(path)}/public.json`));
    const { text, added, ...more } = withStubs(own.toString('utf8'), Buffer.from(skeleton).toString('utf8'), names);
    renamed.push(...more.renamed.map((one) => ({ path, ...one })));
    if (added.length === 0) continue;
    await copy.keep(path);
    await copy.put(path, text);
    stubs.push({ path, names: added });
  }
  return { stubs, renamed };
}

/** Former names by exercise, from the assignment's checks. */
function formerNamesIn(checks: Uint8Array | undefined): Readonly<Record<string, readonly string[]>> {
  const read = parseJson(Buffer.from(checks ?? '').toString('utf8'), namesSchema);
  if (read.status === 'damaged') return {};
  return Object.fromEntries(read.value.exercises.map(({ name, formerNames }) => [name, formerNames ?? []]));
}

const namesSchema = z.looseObject({
  exercises: z.array(z.looseObject({ name: z.string(), formerNames: z.array(z.string()).optional() })),
});
