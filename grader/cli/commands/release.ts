import { resolve } from 'node:path';
import type { Command } from 'commander';
import { hasSpecs } from '../../pipeline/course';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { type OutputOptions, withProgress } from '../progress';
import { refuseUnproven } from '../refuseUnproven';

interface ReleaseCommandOptions extends OutputOptions {
  readonly out: string;
  readonly seed?: string;
  readonly publicCourse?: boolean;
  readonly unproven?: boolean;
  readonly key?: string;
}

/** `grader release --out DIR`: writes what students get. */
export function addRelease(grader: Command, installation: Installation): void {
  grader
    .command('release')
    .description('writes what students get: assignments and the built grader, checked for leaks')
    .requiredOption('--out <dir>', 'new folder to write to')
    .option('--seed <seed>', 'hidden seed, which must not leak into the release')
    .option('--public-course', 'there is no hidden seed: all cases are public')
    .option('--key <file>', 'private signing key (default: .descent/release-key.pem, created if missing)')
    .option('--unproven', 'skip the fairness proof')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText('after', '\nExamples:\n  grader release --out ../course-release')
    .action(async (options: ReleaseCommandOptions) => {
      const { out, seed, publicCourse = false, key, unproven = false, quiet = false } = options;
      if (!hasSpecs(installation.root))
        throw new UsageError("this is a student's copy; release is for the staff's checkout");
      await withProgress('starting', options, async (progress) => {
        if (!unproven) await refuseUnproven(installation, progress);
        const { release } = await import('../../author/release');
        const { fingerprintOf } = await import('../../student/update');
        const { manifest, leftOut, withoutHiddenSeed, newKeyFile } = await release(installation, {
          out: resolve(out),
          seed,
          isPublicCourse: publicCourse,
          keyFile: key === undefined ? undefined : resolve(key),
          say: progress.say,
        });
        progress.stop();
        if (withoutHiddenSeed) progress.warn('there is no hidden seed, so the release was not checked for it');
        if (newKeyFile !== undefined)
          progress.warn(
            `created a key that signs releases: keep ${newKeyFile}, because students' copies accept only updates signed with it`,
          );
        if (leftOut.length > 0)
          progress.warn(`not included, as files of this kind are not released: ${leftOut.join(', ')}`);
        if (!quiet)
          console.log(
            `Released ${manifest.release ?? ''}, version ${manifest.version} of the checks: ${Object.keys(manifest.files).length} files in ${out}. No leaks found. Signed by the key ${fingerprintOf(manifest.publicKey ?? '')}.`,
          );
      });
    });
}
