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
   * Set where hidden cases are drawn from the public seed, so that a leak of the hidden seed could not be looked for.
   */
  readonly withoutHiddenSeed: boolean;
  /** Where the key that signs was made just now, and is to be kept; undefined where there was one. */
  readonly newKeyFile: string | undefined;
}

export interface ReleaseOptions {
  /** A folder that does not exist, or is empty. */
  readonly out: string;
  readonly seed?: string | undefined;
  /** Whether it is known that all cases are public: a course without a hidden seed, whose checks anyone can foresee. */
  readonly isPublicCourse?: boolean;
  /** Private key that signs it, made where there is none; `.descent/release-key.pem` unless given. */
  readonly keyFile?: string | undefined;
  /** Called before each step. */
  readonly say: (what: string) => void;
}

/**
 * Writes what students get, once it is proven to hold nothing that they must not have.
 *
 * 1. Skeletons and public checks must be what their sources give.
 * 2. Everything is put together in memory.
 * 3. It is searched for leaks.
 * 4. It is signed and written, whole or not at all.
 *
 * @throws if there is no hidden seed, or a weak one; naming the files that are out of date, or each file that leaks and what
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
      throw new Error(`${stale.join(', ')} is not what the source gives; run \`npx grader generate ${id}\` first`);
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
