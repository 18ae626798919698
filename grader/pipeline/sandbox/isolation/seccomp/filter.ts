import { refusedNumbers, type Processor } from './refusedCalls';

/** For each processor, its audit architecture, and the two calls that start threads and processes. */
const processors: Readonly<
  Record<Processor, { readonly architecture: number; readonly clone: number; readonly clone3: number }>
> = {
  x64: { architecture: 0xc000003e, clone: 56, clone3: 435 },
  arm64: { architecture: 0xc00000b7, clone: 220, clone3: 435 },
};

/** From here on, x86-64's second set of call numbers (x32), used only to bypass filters. */
const secondNumbers = 0x40000000;
const notPermitted = 1;
const notImplemented = 38;
const cloneThread = 0x00010000;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET, NEWTIME */
const cloneNamespaces = 0x7e020080;

// BPF instructions: u16 code, u8 jump if true, u8 jump if false, u32 constant.
const load = 0x20;
const jumpIfEqual = 0x15;
const jumpIfAtLeast = 0x35;
const jumpIfAnyBit = 0x45;
const returnVerdict = 0x06;
// Offsets in `struct seccomp_data`.
const callNumber = 0;
const architectureOfCall = 4;
const firstArgument = 16;

const allow = 0x7fff0000;
const kill = 0x80000000;
const fail = (errorNumber: number): number => 0x00050000 | errorNumber;

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, constant: number];

/** Whether there is a filter for this processor. */
export function isKnown(architecture: string): architecture is Processor {
  return Object.hasOwn(processors, architecture);
}

/**
 * A BPF program that refuses everything in `refusedCalls`, new processes (but not threads), and new namespaces.
 *
 * @param refusal - error number that a refused call fails with
 */
export function seccompFilter(processor: Processor, refusal = notPermitted): Buffer {
  const { architecture, clone, clone3 } = processors[processor];
  const refuse = (ifEqualTo: number, answer: number): readonly Instruction[] => [
    [jumpIfEqual, 0, 1, ifEqualTo],
    [returnVerdict, 0, 0, answer],
  ];
  const program: readonly Instruction[] = [
    [load, 0, 0, architectureOfCall],
    [jumpIfEqual, 1, 0, architecture],
    [returnVerdict, 0, 0, kill],
    [load, 0, 0, callNumber],
    ...(processor === 'x64'
      ? ([
          [jumpIfAtLeast, 0, 1, secondNumbers],
          [returnVerdict, 0, 0, fail(refusal)],
        ] as const)
      : []),
    ...refusedNumbers(processor).flatMap((number) => refuse(number, fail(refusal))),
    // Its flags are in memory, which a filter can't read; libraries then fall back to `clone`.
    ...refuse(clone3, fail(notImplemented)),
    [jumpIfEqual, 0, 4, clone],
    [load, 0, 0, firstArgument],
    [jumpIfAnyBit, 1, 0, cloneNamespaces],
    [jumpIfAnyBit, 1, 0, cloneThread],
    [returnVerdict, 0, 0, fail(refusal)],
    [returnVerdict, 0, 0, allow],
  ];
  const bytes = Buffer.alloc(8 * program.length);
  program.forEach(([code, ifTrue, ifFalse, constant], index) => {
    bytes.writeUInt16LE(code, 8 * index);
    bytes.writeUInt8(ifTrue, 8 * index + 2);
    bytes.writeUInt8(ifFalse, 8 * index + 3);
    bytes.writeUInt32LE(constant >>> 0, 8 * index + 4);
  });
  return bytes;
}
