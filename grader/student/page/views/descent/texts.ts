import type { Language } from '../../../../pipeline/types';

const names = {
  ...{ sgd: 'SGD', momentum: 'Momentum', nesterov: 'Nesterov', adagrad: 'AdaGrad', rmsprop: 'RMSprop' },
  ...{ adam: 'Adam', adamL2: 'Adam + L2', adamW: 'AdamW' },
};

const en = {
  title: 'Descent',
  lead: 'Your optimizers go down the same slope. Drag the start, raise the learning rate until one breaks, narrow the valley.',
  optimizers: 'Optimizers',
  names,
  companion: 'Compare with',
  companionOn: "tfjs's own (dashed)",
  surface: 'Surface',
  surfaces: { bowl: 'Bowl', valley: 'Valley', saddle: 'Saddle', rosenbrock: 'Rosenbrock', noisy: 'Noisy valley' },
  learningRate: 'learning rate α',
  steps: 'steps',
  map: 'Paths over the level sets',
  loss: 'Loss against step',
  lossAxis: 'loss above the lowest',
  start: (x: string, y: string): string => `Start at (${x}, ${y})`,
  startHere: 'start',
  from: (surface: string, rate: string, loss: string): string =>
    `${surface}, learning rate ${rate}, from a loss of ${loss}.`,
  at: (name: string, steps: number, loss: string): string => `${name} is at ${loss} after ${steps} steps.`,
  diverges: (name: string, step: number): string =>
    `${name} diverges: at step ${step} it is higher than where it started, and climbing.`,
  companionSays: (name: string, loss: string): string => `tfjs's ${name} comes to ${loss}.`,
  none: 'Choose an optimizer to see its path.',
  unavailable: 'still to do',
};

export type DescentTexts = typeof en;

export const descentTexts: Readonly<Record<Language, DescentTexts>> = {
  en,
  zh: {
    title: '下降',
    lead: '你写的优化器从同一处出发下山。拖动起点，把学习率调大直到有一个失控，再把山谷变窄。',
    optimizers: '优化器',
    names: { ...names, momentum: '动量', adamL2: 'Adam + L2' },
    companion: '对照',
    companionOn: 'tfjs 自带的优化器（虚线）',
    surface: '曲面',
    surfaces: { bowl: '碗', valley: '山谷', saddle: '鞍点', rosenbrock: 'Rosenbrock', noisy: '带噪声的山谷' },
    learningRate: '学习率 α',
    steps: '步数',
    map: '等高线上的路径',
    loss: '损失随步数的变化',
    lossAxis: '高出最低点的损失',
    start: (x, y) => `起点 (${x}, ${y})`,
    startHere: '起点',
    from: (surface, rate, loss) => `${surface}，学习率 ${rate}，起点的损失为 ${loss}。`,
    at: (name, steps, loss) => `${name} 走 ${steps} 步后损失为 ${loss}。`,
    diverges: (name, step) => `${name} 发散：第 ${step} 步时已高于起点，并且还在上升。`,
    companionSays: (name, loss) => `tfjs 的 ${name} 到达 ${loss}。`,
    none: '选择一个优化器，查看它的路径。',
    unavailable: '尚未完成',
  },
};
