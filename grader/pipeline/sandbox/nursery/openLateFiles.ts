import type { Kernel } from './Kernel';

const output = 1;
const error = 2;

/**
 * Has Node open what it would open when a submission first prints or shows a date, since a child may open nothing: the
 * streams for standard output and error, as those of a plain file, which need neither a loop nor a question to the
 * system; the time zone; and, with Node 24 and later, the list of processors, which is read when a thread first waits.
 */
export function openLateFiles(kernel: Kernel): void {
  // A child's standard error is another than the nursery's; Node need not know what stands behind its number.
  const kept = kernel.copyDescriptor(error);
  kernel.replaceDescriptor(output, error);
  void process.stdout;
  void process.stderr;
  kernel.moveDescriptor(kept, error);
  new Date().toString();
  new Date().toLocaleString();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, 1);
}
