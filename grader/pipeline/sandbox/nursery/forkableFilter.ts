/**
 * Note [Forkable memory]: V8 asks the kernel to exclude each piece of its memory from forks, without checking the
 * result. Undoing this right before a fork does not work: the call itself can make V8 collect garbage and allocate
 * memory that the child then lacks, and a child that lacks memory crashes at its first collection. So a nursery
 * installs, early on, a seccomp filter that answers this request as if it had succeeded.
 *
 * Note [Forkable loop]: from 1.52 on (Node 24.22), libuv adds descriptors to epoll through an io_uring, which it creates
 * again for the loop of each fork. A child that awaits something would use it, and its list of system calls forbids
 * that. Where no ring can be created, libuv uses epoll alone.
 */

/** By Node's names of processors: the audit architecture, and the number of `madvise`. */
const processors: Readonly<Record<string, { readonly architecture: number; readonly madvise: number }>> = {
  x64: { architecture: 0xc000003e, madvise: 28 },
  arm64: { architecture: 0xc00000b7, madvise: 233 },
};

const keepOutOfForks = 10;
/** The same on both processors. */
const ioUringSetup = 425;

// BPF instructions: u16 code, u8 jump if true, u8 jump if false, u32 constant.
const load = 0x20;
const jumpIfEqual = 0x15;
const returnVerdict = 0x06;
// Offsets in `struct seccomp_data`.
const callNumber = 0;
const architectureOfCall = 4;
const thirdArgument = 32;

const allow = 0x7fff0000;
/** Error number 0: the call is skipped and reports success. */
const pretend = 0x00050000;
/** ENOSYS */
const refuse = pretend | 38;

/** A BPF program that keeps all memory in forks, and io_uring out of them. @throws for an unknown processor */
export function forkableFilter(processor: string): Uint8Array {
  const known = processors[processor];
  if (known === undefined) throw new Error(`a process on ${processor} can't be forked yet`);
  const program = [
    [load, 0, 0, architectureOfCall],
    [jumpIfEqual, 0, 6, known.architecture],
    [load, 0, 0, callNumber],
    [jumpIfEqual, 5, 0, ioUringSetup],
    [jumpIfEqual, 0, 3, known.madvise],
    [load, 0, 0, thirdArgument],
    [jumpIfEqual, 0, 1, keepOutOfForks],
    [returnVerdict, 0, 0, pretend],
    [returnVerdict, 0, 0, allow],
    [returnVerdict, 0, 0, refuse],
  ] as const;
  const bytes = new DataView(new ArrayBuffer(8 * program.length));
  program.forEach(([code, ifTrue, ifFalse, constant], index) => {
    bytes.setUint16(8 * index, code, true);
    bytes.setUint8(8 * index + 2, ifTrue);
    bytes.setUint8(8 * index + 3, ifFalse);
    bytes.setUint32(8 * index + 4, constant, true);
  });
  return new Uint8Array(bytes.buffer);
}
