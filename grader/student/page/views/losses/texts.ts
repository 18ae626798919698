import type { Language } from '../../../../pipeline/types';

const en = {
  title: 'Losses',
  lead: 'Drag the scores. The cross-entropy keeps falling as the true score grows, the hinge loss is 0 beyond its margin, and large scores reveal a softmax that does not subtract the maximum.',
  scores: 'Scores, to be dragged',
  score: (index: number, value: string): string => `Score of class ${index}: ${value}`,
  className: (index: number): string => `class ${index}`,
  probabilities: 'Probabilities by softmax',
  gradients: 'Gradients of the scores',
  curves: 'Loss while the score of the true class moves',
  curveAxis: 'score of the true class',
  loss: 'loss',
  truth: 'True class',
  scale: 'scores times',
  delta: 'Δ of the hinge',
  crossEntropy: 'cross-entropy',
  hinge: 'hinge',
  pull: 'dScores',
  probabilitySays: (probabilities: string): string => `Softmax gives ${probabilities}.`,
  lossSays: (crossEntropy: string, hinge: string): string =>
    `The cross-entropy is ${crossEntropy}, the hinge loss ${hinge}.`,
  overflow: (largest: string): string =>
    `e^${largest} alone would be Infinity: softmax must subtract the maximum first.`,
  underflow: (smallest: string): string =>
    `e^${smallest} alone would be 0: with all scores so low, a plain softmax would divide 0 by 0.`,
  notFinite: 'Your result is not finite: it overflows here.',
};

export type LossesTexts = typeof en;

export const lossesTexts: Readonly<Record<Language, LossesTexts>> = {
  en,
  zh: {
    title: '损失',
    lead: '拖动分数。softmax 永远想要更多，hinge 过了间隔就满意；而很大的分数会暴露谁忘了减去最大值。',
    scores: '分数（可拖动）',
    score: (index, value) => `类别 ${index} 的分数：${value}`,
    className: (index) => `类别 ${index}`,
    probabilities: 'softmax 给出的概率',
    gradients: '对分数的梯度',
    curves: '真实类别的分数变化时的损失',
    curveAxis: '真实类别的分数',
    loss: '损失',
    truth: '真实类别',
    scale: '分数倍数',
    delta: 'hinge 的 Δ',
    crossEntropy: '交叉熵',
    hinge: 'hinge',
    pull: 'dScores',
    probabilitySays: (probabilities) => `softmax 给出 ${probabilities}。`,
    lossSays: (crossEntropy, hinge) => `交叉熵为 ${crossEntropy}，hinge 损失为 ${hinge}。`,
    overflow: (largest) => `单独计算 e^${largest} 会得到 Infinity：softmax 必须先减去最大值。`,
    underflow: (smallest) =>
      `单独计算 e^${smallest} 会得到 0：所有分数都这么低时，直接计算的 softmax 会出现 0 除以 0。`,
    notFinite: '你的结果不是有限数：它在这里溢出了。',
  },
};
