import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { applyRelease, type Update } from '../../student/update';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { printLines } from '../printLines';

/** `grader update FROM`: a newer release, but for the student's own files. */
export function addUpdate(grader: Command, { root }: Installation): void {
  grader
    .command('update <from>')
    .description('takes over a newer release of the course; the files that you edit are left alone')
    .option('--accept-key <fingerprint>', 'trust releases signed by this key from now on; the course announces it')
    .addHelpText('after', '\nExamples:\n  npm run update -- ../course-corrected\n  grader update ../course-corrected')
    .action(async (from: string, { acceptKey }: { readonly acceptKey?: string }) => {
      if (existsSync(join(root, 'solutions')))
        throw new UsageError("this is the staff's checkout; update is for a student's copy, made by `grader release`");
      const isFolder = await stat(from).then(
        (found) => found.isDirectory(),
        () => false,
      );
      if (!isFolder) throw new UsageError(`there is no folder ${from}; name the unpacked folder of the new release`);
      for (const line of linesOf(await applyRelease(root, resolve(from), acceptKey))) printLines(line);
    });
}

function linesOf({
  version,
  oldVersion,
  added,
  replaced,
  removed,
  hadChanges,
  keptIn,
  newSkeletons,
  stubs,
  newKey,
}: Update): readonly string[] {
  const changed = added.length + replaced.length + removed.length;
  const trusted =
    newKey === undefined ? [] : [`From now on this copy takes only releases that are signed by the key ${newKey}.`];
  if (changed === 0) return [`Nothing to do: this is version ${version} of the checks already.`, ...trusted];
  return [
    ...trusted,
    `The checks are version ${version} now${oldVersion === undefined ? '' : `, before ${oldVersion}`}: ` +
      `${added.length} files added, ${replaced.length} replaced, ${removed.length} removed. Your own functions are as they were.`,
    ...(hadChanges.length === 0 ? [] : [`You had changed ${hadChanges.join(', ')}; your versions are in ${keptIn}.`]),
    ...stubs.map(
      ({ path, names }) => `${path} has ${names.join(', ')} now, still to do; what it was before is in ${keptIn}.`,
    ),
    ...newSkeletons.map(
      (path) =>
        `The skeleton of ${path} is another now; yours keeps what you wrote. Compare it with the new release's.`,
    ),
    ...([...added, ...replaced].includes('package-lock.json')
      ? ['Run `npm install`, since other packages are needed now.']
      : []),
  ];
}
