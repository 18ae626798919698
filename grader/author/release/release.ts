import { isFree, writeFolderWhole } from '../../files';
import { hiddenSeed, readCourse, type Checkout } from '../../pipeline/course';
import { checkGenerated } from '../writeGenerated';
import { gatherSecrets } from './gatherSecrets';
import { findLeaks } from './leaks/findLeaks';
import { makeRelease, type Draft } from './makeRelease';
import { mustBeSecret } from './mustBeSecret';
import { openReleaseKey, releaseKeyFile } from './releaseKey';

/** A release that was written. */
export interface Released extends Pick<Draft, 'manifest' | 'leftOut'> {
  /**
   * Set if hidden cases use the public seed, so there was no hidden seed to search for.
   */
  readonly withoutHiddenSeed: boolean;
  /** Path of a newly created signing key, which must be kept; undefined if one existed. */
  readonly newKeyFile: string | undefined;
}

export interface ReleaseOptions {
  /** A folder that does not exist, or is empty. */
  readonly out: string;
  readonly seed?: string | undefined;
  /** Whether the author confirms that all cases are public: a course without a hidden seed has predictable checks. */
  readonly isPublicCourse?: boolean;
  /** Private signing key, created if missing; `.descent/release-key.pem` by default. */
  readonly keyFile?: string | undefined;
  /** Called before each step. */
  readonly say: (what: string) => void;
}

/**
 * Writes a release for students, after proving that it contains no secrets.
 *
 * 1. Skeletons and public checks must be up to date.
 * 2. Everything is built in memory.
 * 3. It is searched for leaks.
 * 4. It is signed and written atomically.
 *
 * @throws if the hidden seed is missing or weak, for outdated files, or for leaks
 */
export async function release(
  checkout: Checkout,
  { out, seed, isPublicCourse = false, keyFile, say }: ReleaseOptions,
): Promise<Released> {
  const { root } = checkout;
  if (!(await isFree(out)))
    throw new Error(`${out} is not empty; name a new folder, so that nothing in it is lost or released by mistake`);
  const course = await readCourse(root);
  const hidden = await hiddenSeed(root, seed, course.publicSeed);
  mustBeSecret(hidden, { publicSeed: course.publicSeed, isPublicCourse });
  for (const id of course.assignments) {
    say(`comparing ${id} with its sources`);
    const stale = await checkGenerated(checkout, id);
    if (stale.length > 0)
      throw new Error(`${stale.join(', ')} is out of date; run \`npx grader generate ${id}\` first`);
  }
  say('building');
  const file = keyFile ?? releaseKeyFile(root);
  const { key, isNew } = await openReleaseKey(file);
  const { files, manifest, leftOut, readable } = await makeRelease(checkout, key);
  say('looking for leaks');
  const leaks = findLeaks(new Map([...files, ...readable]), await gatherSecrets(checkout, course, hidden));
  if (leaks.length > 0)
    throw new Error(['nothing was released, since it would leak:', ...leaks.map((leak) => `  ${leak}`)].join('\n'));
  await writeFolderWhole(out, files);
  return {
    manifest,
    leftOut,
    withoutHiddenSeed: hidden.from === 'public',
    newKeyFile: isNew ? file : undefined,
  };
}
