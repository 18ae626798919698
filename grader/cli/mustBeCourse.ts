import { UsageError } from './errors';
import type { Installation } from './installation';

/** @throws where the engine is a dependency and no course has it: what is written would be lost with an update */
export function mustBeCourse({ root, engine }: Pick<Installation, 'root' | 'engine'>): void {
  if (root === engine && /[\\/]node_modules[\\/]/.test(engine))
    throw new UsageError(
      'there is no course here yet, only the package: make one with `npx grader new-course DIR`, or name its folder in DESCENT_COURSE',
    );
}
