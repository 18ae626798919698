import { setFlagsFromString } from 'node:v8';

/** As they are now: a submission's process closes the first to the submission, which could replace the second. */
const setFlag = setFlagsFromString;
const cpuUsage = process.cpuUsage.bind(process);

/** Flags of V8's that set when it compiles a function with all optimizations, for one state of a process. */
interface Stages {
  readonly cold: readonly string[];
  readonly early: readonly string[];
  readonly late: readonly string[];
  readonly usual: readonly string[];
}

/**
 * By how V8 decides: Node 20's counts bytes of bytecode that a function ran, in ticks; later ones count its calls. A
 * limit on calls leaves loops that go on and on to be compiled while they run, as the ticks do.
 */
const stagesOf = {
  ticks: {
    cold: ['--interrupt-budget=400000'],
    early: ['--interrupt-budget=65536'],
    late: ['--interrupt-budget=4194304', '--max-bytecode-size-for-early-opt=0', '--ticks-before-optimization=8'],
    usual: ['--interrupt-budget=67584', '--max-bytecode-size-for-early-opt=81', '--ticks-before-optimization=3'],
  },
  calls: {
    cold: [],
    early: ['--invocation-count-for-turbofan=1000'],
    late: ['--minimum-invocations-before-optimization=1000000'],
    usual: ['--minimum-invocations-before-optimization=2', '--invocation-count-for-turbofan=3000'],
  },
} satisfies Readonly<Record<string, Stages>>;

const [nodeMajor = 0] = process.versions.node.split('.').map(Number);
const stages = nodeMajor < 22 ? stagesOf.ticks : stagesOf.calls;

// How much of the functions that it calls V8 compiles into a function. Most of the time of warming up goes into
// compiling, much of it into the same functions again and again; children are as fast with less.
const inlining = {
  early: '--max-inlined-bytecode-size-cumulative=200',
  usual: '--max-inlined-bytecode-size-cumulative=920',
};

/** What a nursery compiles serves all of its children: it is worth it soon. */
export function compileEarly(): void {
  setFlag(inlining.early);
  stages.early.forEach((flag) => setFlag(flag));
}

/**
 * A child lives for some ten milliseconds: to compile what its nursery had no reason to would take longer than that.
 */
export function compileLate(): void {
  stages.late.forEach((flag) => setFlag(flag));
}

/**
 * In a cold process everything has yet to be compiled, and most of it runs a few times at most: a right answer takes a
 * quarter less of Node 20, whose successors wait for longer by themselves.
 */
export function compileSparingly(): void {
  stages.cold.forEach((flag) => setFlag(flag));
}

/**
 * A process that goes on for longer is worth it again. What is returned is to be called now and then: it looks at the
 * processor's time, since on a busy machine the clock tells how long others computed.
 */
export function compileAsUsualAfter(longMs: number): () => void {
  let isLong = false;
  return () => {
    if (isLong) return;
    const { user, system } = cpuUsage();
    isLong = user + system >= 1_000 * longMs;
    if (isLong) compileAsUsual();
  };
}

function compileAsUsual(): void {
  setFlag(inlining.usual);
  stages.usual.forEach((flag) => setFlag(flag));
}
