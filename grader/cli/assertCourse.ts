import { UsageError } from './errors';
import type { Installation } from './installation';

/** @throws if this is only the package, installed as a dependency: an update would delete what is written there */
export function assertCourse({ root, engine }: Pick<Installation, 'root' | 'engine'>): void {
  if (root === engine && /[\\/]node_modules[\\/]/.test(engine))
    throw new UsageError(
      'there is no course here yet, only the package: create one with `npx grader new-course DIR`, or set DESCENT_COURSE to its folder',
    );
}
