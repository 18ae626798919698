/** What is off limits: shared by the handout and the message about a call. */
const answer = 'the course has you write yourself';
const internal = 'is inside tfjs and no part of any exercise';

export const bans = {
  /** Completes `calls tf.softmax, which …`. */
  reason: { answer, internal },
  offLimits: (reason: string, calls: string): string => `**Off limits** is what ${reason}: ${calls}.`,
  whatCounts:
    'Only calls count, your own and those in helpers that you use; `tensor` is any tensor. Mentioning such a function is fine, and so is one of your own with the same name. Building blocks such as `tf.exp`, `tf.sum` or `tf.oneHot` are welcome.',
  /** Introduces a sentence about some functions only. */
  inFunctions: (names: string): string => `In ${names}:`,
  nothing: (names: string): string => `In ${names}, nothing is off limits.`,
  insteadOfPromise:
    "let an optimizer minimize a loss of the model's own output instead: optimizer.minimize(() => lossOf(model.apply(x, { training: true }))), in a loop",
  and: ', ',
};
