import { writeWhole, zipOf, type PackedFile } from '../../../../files';
import type { CourseFolders } from '../../../../pipeline/course';
import { buildAutograder } from './buildAutograder';
import { courseFiles, type CourseToPack } from './courseFiles';
import { packNode } from './packNode';

export interface PackageOptions extends CourseToPack {
  readonly out: string;
  /** Whether to include this machine's Node and compiler, so that the image needs no network. */
  readonly offline: boolean;
}

export interface Packaged {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes the autograder's zip: `setup.sh` and `run_autograder` at its root, the built grader, and the assignments as
 * data with hidden cases and expected values. It contains neither solutions nor the seed.
 *
 * @throws in one sentence if it can't be built; then nothing is written
 */
export async function packageGradescope(course: CourseFolders, options: PackageOptions): Promise<Packaged> {
  const files: readonly PackedFile[] = [
    ...(await buildAutograder(course)),
    ...(await courseFiles(course, options)),
    ...(options.offline ? await packNode(course.engine) : []),
  ];
  const zip = await zipOf(files);
  await writeWhole(options.out, zip, { advice: 'name another file with --out' });
  return { files: files.length, bytes: zip.length };
}
