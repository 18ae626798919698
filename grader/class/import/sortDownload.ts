import { join } from 'node:path';
import { sortCanvas } from './platforms/canvas';
import { sortGithub } from './platforms/github';
import { metadataOf, sortGradescope } from './platforms/gradescope';
import { readGradescopeMetadata } from './platforms/gradescopeMetadata';
import { sortMoodle } from './platforms/moodle';
import { sortByPattern } from './platforms/pattern';
import type { Platform, Sorted } from './types';

/** The download is not from the given platform. */
export class WrongPlatform extends Error {
  override readonly name = 'WrongPlatform';
}

export interface SortOptions {
  readonly platform: Platform;
  /** The format of paths, for the platform `pattern`. */
  readonly pattern?: RegExp | undefined;
}

/**
 * Sorts the files of a download by person.
 *
 * @param files - relative to `folder`
 * @throws WrongPlatform if the download is not from the platform, with the one that it looks like
 */
export async function sortDownload(folder: string, files: readonly string[], options: SortOptions): Promise<Sorted> {
  const { platform } = options;
  const sorted = await sortAs(folder, files, options);
  if (sorted.deliveries.length > 0) return sorted;
  for (const other of ['gradescope', 'moodle', 'canvas'] as const) {
    const { deliveries } = await sortAs(folder, files, { platform: other });
    if (deliveries.length > 0)
      throw new WrongPlatform(
        `this is not a download from ${nameOf[platform]}, but looks like one from ${nameOf[other]}; use --from ${other}`,
      );
  }
  throw new WrongPlatform(
    `this is not a download from ${nameOf[platform]}: ${expected[platform]}; its first file is ${files[0] ?? 'none'}`,
  );
}

export const nameOf: Readonly<Record<Platform, string>> = {
  canvas: 'Canvas',
  moodle: 'Moodle',
  gradescope: 'Gradescope',
  github: 'GitHub',
  pattern: 'your pattern',
};

const expected: Readonly<Record<Platform, string>> = {
  canvas: 'it has no file with a name such as doejane_12345_67890_losses.ts',
  moodle: 'it has no file or folder with a name such as Jane Doe_12345_assignsubmission_file',
  gradescope: 'it has no submission_metadata.yml',
  github: 'it has no folder ASSIGNMENT-USERNAME',
  pattern: 'no path matches',
};

async function sortAs(folder: string, files: readonly string[], { platform, pattern }: SortOptions): Promise<Sorted> {
  if (platform === 'canvas') return sortCanvas(files);
  if (platform === 'moodle') return sortMoodle(files);
  if (platform === 'github') return sortGithub(folder, files);
  if (platform === 'pattern')
    return pattern === undefined ? { deliveries: [], unplaced: [] } : sortByPattern(files, pattern);
  const metadata = metadataOf(files);
  if (metadata === undefined) return { deliveries: [], unplaced: [] };
  return sortGradescope(files, metadata, await readGradescopeMetadata(join(folder, metadata)));
}
