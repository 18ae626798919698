/**
 * A library call that is off limits, as written: `tf.softmax`, `tf.losses.*` for a whole namespace, `tensor.softmax`
 * for a method.
 */
export type Ban = `tf.${string}` | `tensor.${string}`;

/**
 * Ways around tfjs's public functions, to where kernels can be run, replaced and counted. No exercise that bans
 * anything needs them.
 */
export const internals: readonly Ban[] = [
  'tf.engine',
  'tf.backend',
  'tf.getKernel',
  'tf.getGradient',
  'tf.getKernelsForBackend',
  'tf.registerKernel',
  'tf.registerGradient',
  'tf.unregisterKernel',
  'tf.unregisterGradient',
  'tf.copyRegisteredKernels',
  'tf.findBackend',
  'tf.findBackendFactory',
  'tf.registerBackend',
  'tf.removeBackend',
];

/** Model methods that return a promise: usable only in an exercise whose answer is awaited. */
export const promising = ['model.fit', 'model.fitDataset', 'model.trainOnBatch', 'model.evaluateDataset'] as const;

/** Whether a call is refused unless its result is awaited. */
export function isPromising(call: string): boolean {
  return promising.some((one) => one === call);
}

/** Whether it is a tfjs internal, which is not an answer to an exercise. */
export function isInternal(ban: string): boolean {
  return internals.some((internal) => internal === ban);
}

/** The entry of a list that bans a call such as `tf.losses.meanSquaredError`; undefined if none does. */
export function banOf(call: string, bans: ReadonlySet<string>): string | undefined {
  return entriesThatBan(call).find((entry) => bans.has(entry));
}

/** The entries that would ban a call: the call itself, and its namespace. */
export function entriesThatBan(call: string): readonly string[] {
  const dot = call.indexOf('.', call.indexOf('.') + 1);
  return dot > 0 ? [call, `${call.slice(0, dot)}.*`] : [call];
}
