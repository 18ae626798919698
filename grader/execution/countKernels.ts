import * as tf from '../precision/tfjs';

/** Receives the kernel count while a body runs. */
export interface KernelCounter {
  kernels: number;
}

let counter: KernelCounter | undefined;
const engine = tf.engine();
const runKernel = engine.runKernel.bind(engine);
const readSync = engine.readSync.bind(engine);

/**
 * Counts kernels, and the numbers that are read out of tensors: a loop over `arraySync()` runs no kernel but is a loop
 * all the same. Kernels of tfjs read from their backend directly, so those reads are not counted.
 */
export function withKernelCount<T>(counted: KernelCounter, body: () => T): T {
  install();
  const before = counter;
  counter = counted;
  try {
    return body();
  } finally {
    counter = before;
  }
}

/** Like `withKernelCount`, until the promise that the body returns has settled. */
export async function whileCounting<T>(counted: KernelCounter, body: () => Promise<T>): Promise<T> {
  install();
  counter = counted;
  try {
    return await body();
  } finally {
    counter = undefined;
  }
}

/** Stops counting, for a body that was aborted. */
export function stopCounting(): void {
  counter = undefined;
}

// Installed once and left in place: V8 turns an engine whose properties are added and removed into a dictionary, and
// then every kernel looks up its properties at half the speed.
function install(): void {
  if (engine.runKernel !== countedKernel) engine.runKernel = countedKernel;
  if (engine.readSync !== countedRead) engine.readSync = countedRead;
}

function countedKernel<T extends tf.Tensor | tf.Tensor[]>(...args: Parameters<typeof runKernel>): T {
  if (counter !== undefined) counter.kernels += 1;
  return runKernel(...args);
}

function countedRead(...args: Parameters<typeof readSync>): ReturnType<typeof readSync> {
  const values = readSync(...args);
  if (counter !== undefined) counter.kernels += values.length;
  return values;
}
