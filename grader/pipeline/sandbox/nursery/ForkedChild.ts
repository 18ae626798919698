import { writeSync } from 'node:fs';
import type { AllowList } from '../isolation/seccomp';
import { takeIdentity } from './closeDoors';
import { compileAsUsualAfter, compileLate } from './compilation';
import type { Kernel } from './Kernel';
import { lockDown, standardError, type ChildDescriptors } from './lockDown';
import { seedRandomness } from './randomness';

/**
 * Answers the grader until it has no more questions, and says so after each answer.
 *
 * @returns the end where it goes on in Node's loop; undefined where it has come to it
 */
export type Serve = (onAnswer: () => void) => Promise<void> | undefined;

interface Child {
  readonly kernel: Kernel;
  readonly allowList: AllowList;
  readonly descriptors: ChildDescriptors;
  readonly serve: Serve;
}

/** Whoever has computed for so long is likely to go on. */
const longMs = 200;

/**
 * A process that has just been forked. Methods of a class are strict: what they are called with can't be had from the
 * stack.
 */
export class ForkedChild {
  /** What it does, to its end: it returns only to go on in Node's loop. */
  static run({ kernel, allowList, descriptors, serve }: Child): void {
    const fail = (error: unknown): void => {
      writeSync(standardError, `${(error as Error).stack ?? String(error)}\n`);
      kernel.exit(1);
    };
    try {
      compileLate();
      seedRandomness(kernel.random());
      takeIdentity({ pid: kernel.pid, exit: (code) => kernel.exit(code) });
      lockDown(kernel, allowList, descriptors);
      const rest = serve(compileAsUsualAfter(longMs));
      if (rest === undefined) kernel.exit(0);
      else void rest.then(() => kernel.exit(0), fail);
    } catch (error) {
      fail(error);
    }
  }
}
