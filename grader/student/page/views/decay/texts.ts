import type { Language } from '../../../../pipeline/types';

const en = {
  title: 'Decay',
  lead: 'Three ways in which weights go to 0: as powers, under the pull of L1 or L2, and beside or inside Adam. Drag the place where the loss alone is lowest.',
  curves: 'Powers of 1 − ηλ and their exponential',
  steps: 'step t',
  weight: 'what is left of a weight of 1',
  shapes: 'The best weights for each λ, under L1 and L2',
  path: 'Weights over λ',
  adam: 'Decay beside Adam (AdamW) and inside it (L2)',
  learningRate: 'η',
  lambda: 'λ of the decay',
  penalty: 'λ of the penalties',
  decay: 'λ beside and inside Adam',
  center: (x: string, y: string): string => `Lowest loss without a penalty, at (${x}, ${y})`,
  lowest: 'no penalty',
  afterSteps: (t: number, product: string, powers: string, exponential: string): string =>
    `With ηλ = ${product}, ${powers} is left after ${t} steps, and e^(−ηλt) is ${exponential}.`,
  error: (error: string, estimate: string): string =>
    `Relative to the first they differ by ${error}; t(ηλ)²/2 is ${estimate}.`,
  bestWeights: (lambda: string, l1: string, l2: string): string =>
    `At λ = ${lambda}, L1 has its best weights at ${l1}, L2 at ${l2}.`,
  decoupled: (small: string, large: string): string =>
    `Decoupled, ${small} is left of a weight with small gradients and ${large} of one with large.`,
  coupled: (small: string, large: string): string =>
    `Coupled, ${small} and ${large}: Adam's division takes the decay from the large one.`,
  smallGradients: 'small gradients',
  largeGradients: 'large gradients',
};

export type DecayTexts = typeof en;

export const decayTexts: Readonly<Record<Language, DecayTexts>> = {
  en,
  zh: {
    title: '衰减',
    lead: '权重趋向 0 的三种方式：按幂次衰减、受 L1 或 L2 牵引、在 Adam 之外或之内衰减。可以拖动没有惩罚时损失最低的点。',
    curves: '(1 − ηλ)^t 与它的指数近似',
    steps: '步 t',
    weight: '权重 1 还剩多少',
    shapes: '在 L1 与 L2 之下，每个 λ 的最优权重',
    path: '权重随 λ 的变化',
    adam: 'Adam 之外的衰减（AdamW）与之内的衰减（L2）',
    learningRate: 'η',
    lambda: '衰减的 λ',
    penalty: '惩罚的 λ',
    decay: 'Adam 之外与之内的 λ',
    center: (x, y) => `没有惩罚时损失最低的点，在 (${x}, ${y})`,
    lowest: '无惩罚',
    afterSteps: (t, product, powers, exponential) =>
      `ηλ = ${product} 时，${t} 步之后还剩 ${powers}，而 e^(−ηλt) 为 ${exponential}。`,
    error: (error, estimate) => `相对于前者，两者相差 ${error}；t(ηλ)²/2 为 ${estimate}。`,
    bestWeights: (lambda, l1, l2) => `λ = ${lambda} 时，L1 的最优权重在 ${l1}，L2 的在 ${l2}。`,
    decoupled: (small, large) => `解耦时，梯度小的权重还剩 ${small}，梯度大的还剩 ${large}。`,
    coupled: (small, large) => `耦合时分别为 ${small} 和 ${large}：Adam 的除法抵消了大梯度权重的衰减。`,
    smallGradients: '小梯度',
    largeGradients: '大梯度',
  },
};
