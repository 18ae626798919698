import type { Language } from '../../../../pipeline/types';
import type { ViewTexts } from '../kit';

export interface LossesTexts extends ViewTexts {
  readonly scores: string;
  readonly score: (index: number, value: string) => string;
  readonly className: (index: number) => string;
  readonly probabilities: string;
  readonly gradients: string;
  readonly curves: string;
  readonly curveAxis: string;
  readonly loss: string;
  readonly truth: string;
  readonly scale: string;
  readonly delta: string;
  readonly crossEntropy: string;
  readonly hinge: string;
  readonly pull: string;
  readonly probabilitySays: (probabilities: string) => string;
  readonly lossSays: (crossEntropy: string, hinge: string) => string;
  readonly overflow: (largest: string) => string;
  readonly underflow: (smallest: string) => string;
  readonly notFinite: string;
}

export const lossesTexts: Readonly<Record<Language, LossesTexts>> = {
  en: {
    title: 'Losses',
    lead: 'Drag the scores. Softmax never stops asking for more, the hinge is content behind its margin; and large scores show who forgot to subtract the maximum.',
    scores: 'Scores, to be dragged',
    score: (index, value) => `Score of class ${index}: ${value}`,
    className: (index) => `class ${index}`,
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
    probabilitySays: (probabilities) => `Softmax gives ${probabilities}.`,
    lossSays: (crossEntropy, hinge) => `The cross-entropy is ${crossEntropy}, the hinge loss ${hinge}.`,
    overflow: (largest) => `e^${largest} alone would be Infinity: softmax must subtract the maximum first.`,
    underflow: (smallest) =>
      `e^${smallest} alone would be 0: with all scores so low, a plain softmax would divide 0 by 0.`,
    notFinite: 'Your result is not finite: it overflows here.',
  },
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
