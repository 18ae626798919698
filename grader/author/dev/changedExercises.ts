import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileSpec, sourceFolder, type Checkout } from '../../pipeline/course';
import type { AssignmentSpec } from '../../pipeline/course/spec';

/** What each exercise is made of, by its name. */
export type Fingerprints = ReadonlyMap<string, string>;

/**
 * Hashes what each exercise's spec makes use of, and nothing else of the files that it imports, with its words.
 *
 * @throws with file and line if a spec doesn't compile
 */
export async function fingerprintsOf(
  checkout: Checkout,
  { id, exercises, hints, translations, labels }: AssignmentSpec,
): Promise<Fingerprints> {
  const folder = sourceFolder(checkout, id);
  const entries = exercises.map(async ({ name }) => {
    const own = join(folder, `${name}.spec.ts`);
    const code = await compileSpec(dirname(dirname(folder)), existsSync(own) ? own : join(folder, 'spec.ts'));
    const words = JSON.stringify([hints[name], translations?.zh[name], labels]);
    return [name, createHash('sha256').update(code).update(words).digest('hex')] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Exercises that are made of something else than before, or build on such a one; all of them at first. */
export function changedExercises(
  { exercises }: Pick<AssignmentSpec, 'exercises'>,
  now: Fingerprints,
  before: Fingerprints,
): readonly string[] {
  const isChanged = (name: string): boolean => now.get(name) !== before.get(name);
  return exercises.flatMap(({ name, buildsOn = {} }) =>
    [name, ...Object.keys(buildsOn)].some(isChanged) ? [name] : [],
  );
}
