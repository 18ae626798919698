import { setFlagsFromString } from 'node:v8';

/** Captured at startup: these are later disabled for, or replaceable by, the submission. */
const setFlag = setFlagsFromString;
const cpuUsage = process.cpuUsage.bind(process);

/** A process that has computed this long is likely to continue. */
const longMs = 1_000;

/** V8 flags that control when a function is fully optimized, by state of the process. */
interface Stages {
  readonly cold: readonly string[];
  readonly early: readonly string[];
  readonly late: readonly string[];
  readonly usual: readonly string[];
}

/**
 * By V8's heuristic: Node 20 counts bytes of bytecode executed, in ticks; later versions count calls. Under a limit on
 * calls, long-running loops are still compiled while they run, as with ticks.
 */
const stagesOf = {
  ticks: {
    cold: ['--interrupt-budget=400000'],
    early: ['--interrupt-budget=65536'],
    late: ['--interrupt-budget=1048576', '--max-bytecode-size-for-early-opt=0', '--ticks-before-optimization=8'],
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

// Limits how much V8 inlines into a function. Most of the warm-up time is spent compiling, much of it on the same
// functions repeatedly; children are as fast with less inlining.
const inlining = {
  early: '--max-inlined-bytecode-size-cumulative=200',
  usual: '--max-inlined-bytecode-size-cumulative=920',
};

/** Code compiled by a nursery serves all its children, so compiling pays off early. */
export function compileEarly(): void {
  setFlag(inlining.early);
  stages.early.forEach((flag) => setFlag(flag));
}

/**
 * A child lives for a tenth of a second to one second: compiling what its nursery had no reason to compile would take
 * longer than it saves, except for loops over much data.
 */
export function compileLate(): void {
  stages.late.forEach((flag) => setFlag(flag));
}

/**
 * In a cold process nothing is compiled yet, and most code runs only a few times: on Node 20 this makes a correct
 * answer a quarter faster; later versions delay compilation by default.
 */
export function compileSparingly(): void {
  stages.cold.forEach((flag) => setFlag(flag));
}

/**
 * For a process that runs longer, compilation pays off again. Call the returned function now and then: it checks
 * processor time, since on a busy machine wall-clock time includes other processes.
 */
export function compileAsUsualWhenLong(): () => void {
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
