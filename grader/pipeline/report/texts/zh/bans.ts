import type { Texts } from '../en';

const answer = '这门课要你自己写的';
const internal = '属于 tfjs 内部、与练习无关的';

/** What is off limits: shared by the handout and the message about a call. */
export const bans: Texts['bans'] = {
  reason: { answer, internal },
  offLimits: (reason, calls) => `**不能调用**${reason}：${calls}。`,
  whatCounts:
    '只有调用才算，包括你的函数所用的辅助函数里的调用；`tensor` 指任意张量。只提到名字不算，自己写的同名函数也不算。`tf.exp`、`tf.sum`、`tf.oneHot` 等基本运算都可以用。',
  inFunctions: (names) => `在 ${names} 中：`,
  nothing: (names) => `在 ${names} 中没有任何限制。`,
  insteadOfPromise:
    '请改用优化器，直接最小化由模型输出算得的损失：在循环里调用 optimizer.minimize(() => lossOf(model.apply(x, { training: true })))',
  and: '、',
};
