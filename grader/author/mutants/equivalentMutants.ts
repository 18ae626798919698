import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../files';
import { sourceFolder, type CourseFolders } from '../../pipeline/course';
import type { Mutant } from './makeMutants';

/** A mutant that computes the same as the solution, judged by a person. */
export interface EquivalentMutant {
  /** The exercise or helper. */
  readonly function: string;
  readonly before: string;
  readonly after: string;
  /** Why nothing distinguishes it from the solution. */
  readonly reason: string;
}

const schema = z.array(
  z.strictObject({
    function: z.string().min(1),
    before: z.string().min(1),
    after: z.string().min(1),
    reason: z.string().regex(/\S{2,}\s+\S{2,}/, 'a reason is a sentence'),
  }),
);

/** Where an assignment's equivalent mutants are recorded. */
export function equivalentMutantsFile(id: string): string {
  return `solutions/${id}/equivalentMutants.json`;
}

/** @throws with the place and the rule that is broken; without a file there are none */
export async function readEquivalentMutants(checkout: CourseFolders, id: string): Promise<readonly EquivalentMutant[]> {
  const file = equivalentMutantsFile(id);
  const records = await readJson(join(sourceFolder(checkout, id), 'equivalentMutants.json'), schema);
  if (records.status === 'damaged') throw new Error(`${file} is not right: ${records.why}`);
  return records.status === 'missing' ? [] : records.value;
}

/** Whether a record speaks of a mutant, wherever in the file it stands by now. */
export function isRecordOf(
  { function: name, before, after }: EquivalentMutant,
  mutant: Pick<Mutant, 'owner' | 'before' | 'after'>,
): boolean {
  return name === mutant.owner && before === mutant.before && after === mutant.after;
}
