import type { Kernel } from './Kernel';

const output = 1;
const error = 2;

/**
 * Opens what Node would open when a submission first prints or formats a date, since a child can't open anything: the
 * streams for standard output and error, as plain files, which need neither the event loop nor system calls; the time
 * zone; and, from Node 24 on, the list of processors, which is read when a thread first waits.
 */
export function openLateFiles(kernel: Kernel): void {
  // A child's standard error differs from the nursery's; only the descriptor number has to stay the same.
  const kept = kernel.copyDescriptor(error);
  kernel.replaceDescriptor(output, error);
  void process.stdout;
  void process.stderr;
  kernel.moveDescriptor(kept, error);
  new Date().toString();
  new Date().toLocaleString();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, 1);
}
