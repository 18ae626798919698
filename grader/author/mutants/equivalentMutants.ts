import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../files';
import { sourceFolder, type CourseFolders } from '../../pipeline/course';
import type { Mutant } from './makeMutants';

const schema = z.strictObject({
  /** The exercise or helper. */
  function: z.string().min(1),
  before: z.string().min(1),
  after: z.string().min(1),
  /** Why it can't be distinguished from the solution. */
  reason: z.string().regex(/\S{2,}\s+\S{2,}/, 'a reason is a sentence'),
});

/** A mutant that a person has judged equivalent to the solution. */
export type EquivalentMutant = Readonly<z.infer<typeof schema>>;

/** File with an assignment's equivalent mutants. */
export function equivalentMutantsFile(id: string): string {
  return `solutions/${id}/equivalentMutants.json`;
}

/** @throws with the place and the violated rule; returns none if there is no file */
export async function readEquivalentMutants(checkout: CourseFolders, id: string): Promise<readonly EquivalentMutant[]> {
  const file = equivalentMutantsFile(id);
  const records = await readJson(join(sourceFolder(checkout, id), 'equivalentMutants.json'), z.array(schema));
  if (records.status === 'damaged') throw new Error(`${file} is not right: ${records.why}`);
  return records.status === 'missing' ? [] : records.value;
}

/** Whether a record matches a mutant, independent of its position in the file. */
export function isRecordOf(
  { function: name, before, after }: EquivalentMutant,
  mutant: Pick<Mutant, 'owner' | 'before' | 'after'>,
): boolean {
  return name === mutant.owner && before === mutant.before && after === mutant.after;
}
