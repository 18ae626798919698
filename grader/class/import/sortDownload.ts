import { join } from 'node:path';
import { sortCanvas } from './platforms/canvas';
import { sortGithub } from './platforms/github';
import { metadataOf, sortGradescope } from './platforms/gradescope';
import { readGradescopeMetadata } from './platforms/gradescopeMetadata';
import { sortMoodle } from './platforms/moodle';
import { sortByPattern } from './platforms/pattern';
import type { Platform, Sorted } from './types';

/** The download is not of the platform that was said. */
export class WrongPlatform extends Error {
  override readonly name = 'WrongPlatform';
}

export interface SortOptions {
  readonly platform: Platform;
  /** Form of the paths, where the platform is one's own. */
  readonly pattern?: RegExp | undefined;
}

/**
 * Sorts an unpacked download into what each person handed in.
 *
 * @param files - all files in it, relative to `folder`
 * @throws WrongPlatform if it is not of that platform, with the one that it seems to be of
 */
export async function sortDownload(folder: string, files: readonly string[], options: SortOptions): Promise<Sorted> {
  const { platform } = options;
  const sorted = await sortAs(folder, files, options);
  if (sorted.deliveries.length > 0) return sorted;
  for (const other of ['gradescope', 'moodle', 'canvas'] as const) {
    const { deliveries } = await sortAs(folder, files, { platform: other });
    if (deliveries.length > 0)
      throw new WrongPlatform(
        `this is no download from ${nameOf[platform]}, but seems to be one from ${nameOf[other]}; say --from ${other}`,
      );
  }
  throw new WrongPlatform(
    `this is no download from ${nameOf[platform]}: ${expected[platform]}; the first file in it is ${files[0] ?? 'none'}`,
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
  canvas: 'files are called doejane_12345_67890_losses.ts there',
  moodle: 'files or folders are called Jane Doe_12345_assignsubmission_file there',
  gradescope: 'submission_metadata.yml is in every export of submissions',
  github: 'each clone is a folder ASSIGNMENT-USERNAME',
  pattern: 'no path fits it',
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
