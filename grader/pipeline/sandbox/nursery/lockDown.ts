import type { AllowList } from '../isolation/seccomp';
import type { Kernel } from './Kernel';
import { limits } from './kernelNumbers';
import type { SlotDescriptors } from './messages';

/** The descriptors of a submission's standard error and channel, in warm and cold processes. */
export const standardError = 2;
const channel = 3;

const maxFileBytes = 0;
/** The ones that stay open, with some margin. */
const maxOpenFiles = 16;

/** A child's descriptors in the nursery. */
export interface ChildDescriptors extends SlotDescriptors {
  /** Upper bound of open descriptors. */
  readonly highest: number;
}

/**
 * Removes from a forked process, before it is sent anything, all that it doesn't need: the nursery's descriptors,
 * privileges, and every system call not on a list. None of this can be undone.
 *
 * @throws if any step fails: the process must then not continue
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
