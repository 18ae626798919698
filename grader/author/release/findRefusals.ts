import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'sucrase';
import { hiddenSeed, loadSpec, type Checkout, type Course } from '../../pipeline/course';
import type { Files } from '../../student/update';
import { collectAssignments } from './collectAssignments';
import { collectData } from './collectData';
import { gatherSecrets } from './gatherSecrets';
import { findLeaks } from './leaks/findLeaks';
import { mustBeSecret } from './mustBeSecret';
import { readReleaseKey, releaseKeyFile } from './releaseKey';
import { unfitNames } from './unfitNames';

/** Reasons for which `release` would refuse, besides unfair or outdated assignments. */
export interface Refusals {
  /** About files, each with its path and problem. */
  readonly files: readonly string[];
  /** About staff secrets: the hidden seed, the key. */
  readonly staff: readonly string[];
}

/**
 * Finds reasons for which `release` would refuse, without building a release: in the files of assignments and data, and
 * in the course's own laws, callbacks and loaders, which a build includes.
 *
 * @param ids - assignments whose files are checked, in addition to shared files
 * @throws if a spec can't be used
 */
export async function findRefusals(checkout: Checkout, course: Course, ids: readonly string[]): Promise<Refusals> {
  const { root } = checkout;
  const hidden = await hiddenSeed(root, undefined, course.publicSeed);
  const specs = ids.map(async (id) => (await loadSpec(checkout, id)).spec);
  const { files } = await collectAssignments(root, await Promise.all(specs));
  const curriculum = await ownCurriculum(root);
  const secrets = await gatherSecrets(checkout, course, hidden, { bundles: curriculum.size > 0, drawn: ids });
  const released = new Map([...files, ...(await collectData(checkout))]);
  const leaks = findLeaks(new Map([...released, ...curriculum]), secrets);
  return { files: [...unfitNames(released), ...leaks], staff: await refusalsOfStaff(root, course) };
}

/** What is missing for a release. */
export async function refusalsOfStaff(
  root: string,
  { publicSeed }: Pick<Course, 'publicSeed'>,
): Promise<readonly string[]> {
  const hidden = await hiddenSeed(root, undefined, publicSeed);
  const tries = [
    (): unknown => mustBeSecret(hidden, { publicSeed, isPublicCourse: false }),
    (): unknown => readReleaseKey(releaseKeyFile(root)),
  ];
  const refusals = tries.map(async (attempt) => {
    try {
      await attempt();
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  return (await Promise.all(refusals)).flat();
}

/** Compiled, as in a build, and as source, line by line. */
async function ownCurriculum(root: string): Promise<Files> {
  const folder = join(root, 'curriculum');
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.ts'));
  const files = names.map(async (name): Promise<readonly [string, Uint8Array]> => {
    const text = await readFile(join(folder, name), 'utf8');
    const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
    return [`curriculum/${name.replaceAll('\\', '/')}`, Buffer.from(code)];
  });
  return new Map(await Promise.all(files));
}
