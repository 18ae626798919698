import type { AllowList } from '../isolation/seccomp';
import type { Kernel } from './Kernel';
import { limits } from './kernelNumbers';
import type { SlotDescriptors } from './messages';

/** Where every submission's process finds its standard error and its channel to the grader, warm or cold. */
export const standardError = 2;
const channel = 3;

const maxFileBytes = 0;
/** Those that stay open, and some. */
const maxOpenFiles = 16;

/** Of the nursery, for one child. */
export interface ChildDescriptors extends SlotDescriptors {
  /** The highest that may be open. */
  readonly highest: number;
}

/**
 * Takes from a forked process, before it is sent anything, all that it has no use for: the nursery's descriptors,
 * privileges, and every system call but those on a list. None of it can be got back.
 *
 * @throws if any of it fails: the process must then not go on
 */
export function lockDown(kernel: Kernel, allowList: AllowList, descriptors: ChildDescriptors): void {
  kernel.moveDescriptor(descriptors.standardError, standardError);
  kernel.moveDescriptor(descriptors.channel, channel);
  kernel.closeDescriptorsFrom(channel + 1, descriptors.highest);
  kernel.renewLoop();
  kernel.limit(limits.coreBytes, 0);
  kernel.limit(limits.fileBytes, maxFileBytes);
  kernel.limit(limits.openFiles, maxOpenFiles);
  kernel.limit(limits.processes, 0);
  kernel.dropCapabilities();
  kernel.refuseNewPrivileges();
  kernel.endWithParent();
  if (kernel.pid === 1) kernel.exitOnAbort();
  kernel.installFilter(allowList.forProcess(kernel.pid));
}
