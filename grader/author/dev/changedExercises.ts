import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileSpec, sourceFolder, type Checkout } from '../../pipeline/course';
import type { AssignmentSpec } from '../../pipeline/course/spec';

/** Hash of each exercise's inputs, by name. */
export type Fingerprints = ReadonlyMap<string, string>;

/**
 * Hashes exactly the parts of imported files that each exercise's spec uses, and its texts.
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

/** Exercises whose inputs changed, and those that build on them; all of them at first. */
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
