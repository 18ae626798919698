import { writeSync } from 'node:fs';
import type { AllowList } from '../isolation/seccomp';
import { takeIdentity } from './restrictNode';
import { compileAsUsualWhenLong, compileLate } from './compilation';
import type { Kernel } from './Kernel';
import { lockDown, standardError, type ChildDescriptors } from './lockDown';
import { seedRandomness } from './randomness';

/**
 * Answers the grader's requests until the channel closes, calling `onAnswer` after each.
 *
 * @returns a promise of the end if it continues in Node's event loop; undefined if it has ended
 */
export type Serve = (onAnswer: () => void) => Promise<void> | undefined;

interface Child {
  readonly kernel: Kernel;
  readonly allowList: AllowList;
  readonly descriptors: ChildDescriptors;
  readonly serve: Serve;
}

/** A process that has just been forked. Class methods are strict: their arguments can't be read from the stack. */
export class ForkedChild {
  /** Runs the child to its end; returns only if it continues in Node's event loop. */
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
      const rest = serve(compileAsUsualWhenLong());
      if (rest === undefined) kernel.exit(0);
      else void rest.then(() => kernel.exit(0), fail);
    } catch (error) {
      fail(error);
    }
  }
}
