/**
 * Note [Forkable memory]: for each piece of memory that V8 gets it asks the kernel to keep it out of forks, and does
 * not look whether that was done. To take it back right before a fork is too early: making the call may have V8 collect
 * garbage and get memory for it, which the child then lacks, and a child that lacks memory ends at its first collection.
 * So a nursery has the kernel's filter answer that request, from early on, as if it were done.
 */

/** By Node's names: what the kernel calls the processor, and its number of `madvise`. */
const processors: Readonly<Record<string, { readonly architecture: number; readonly madvise: number }>> = {
  x64: { architecture: 0xc000003e, madvise: 28 },
  arm64: { architecture: 0xc00000b7, madvise: 233 },
};

const keepOutOfForks = 10;

// Instructions of the kernel's filter language: u16 code, u8 steps if true, u8 steps if false, u32 constant.
const load = 0x20;
const jumpIfEqual = 0x15;
const answer = 0x06;
// Where the kernel puts what a filter looks at.
const callNumber = 0;
const architectureOfCall = 4;
const thirdArgument = 32;

const allow = 0x7fff0000;
/** With error number 0, which is none: the call is not made, and succeeds. */
const pretend = 0x00050000;

/** A program for the kernel by which no memory is kept out of forks. @throws if there is none for the processor */
export function forkableMemory(processor: string): Uint8Array {
  const known = processors[processor];
  if (known === undefined) throw new Error(`a process on ${processor} can't be forked yet`);
  const program = [
    [load, 0, 0, architectureOfCall],
    [jumpIfEqual, 0, 5, known.architecture],
    [load, 0, 0, callNumber],
    [jumpIfEqual, 0, 3, known.madvise],
    [load, 0, 0, thirdArgument],
    [jumpIfEqual, 0, 1, keepOutOfForks],
    [answer, 0, 0, pretend],
    [answer, 0, 0, allow],
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
