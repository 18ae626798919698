import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { applyRelease, updateLines, updateTexts } from '../../student/update';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { printLines } from '../printLines';
import { readersTexts } from '../readersTexts';

/** `grader update FROM`: installs a newer release without touching the student's own files. */
export function addUpdate(grader: Command, { root }: Installation): void {
  grader
    .command('update <from>')
    .description('updates to a newer release of the course; files that you edit are left alone')
    .option('--accept-key <fingerprint>', 'trust releases signed by this key from now on; the course announces it')
    .addHelpText('after', '\nExamples:\n  npm run update -- ../course-corrected\n  grader update ../course-corrected')
    .action(async (from: string, { acceptKey }: { readonly acceptKey?: string }) => {
      const texts = updateTexts(readersTexts().language);
      if (existsSync(join(root, 'solutions'))) throw new UsageError(texts.staffs);
      const isFolder = await stat(from).then(
        (found) => found.isDirectory(),
        () => false,
      );
      if (!isFolder) throw new UsageError(texts.noFolder(from));
      const update = await applyRelease(root, resolve(from), { acceptedKey: acceptKey, texts });
      printLines(...updateLines(update, texts));
    });
}
