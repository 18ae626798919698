import type { Language } from '../../../../pipeline/types';

const en = {
  title: 'Schedules',
  lead: 'How the learning rate goes down, how a warm-up leads up to it, and how a range test finds where to begin.',
  schedules: 'Schedules',
  names: {
    exponentialDecay: 'exponential',
    stepDecay: 'stairs',
    cosineDecay: 'cosine',
    linearDecay: 'linear',
    inverseSqrtDecay: 'inverse root',
  },
  unavailable: 'still to do',
  rates: 'Learning rate at each step',
  step: 'step t',
  rate: 'learning rate',
  first: 'first rate',
  warmup: 'warm-up steps',
  total: 'total steps T',
  factor: 'factor of the stairs',
  every: 'steps of a stair',
  rangeTest: 'Range test: loss while the rate grows',
  rateOfStep: 'learning rate of the step',
  loss: 'loss',
  largest: 'largest rate tried',
  suggested: 'suggested',
  starts: (rate: string, warmup: number): string =>
    `All begin with ${rate}${warmup > 0 ? `, after ${warmup} steps of warm-up` : ''}.`,
  at: (name: string, step: number, rate: string): string => `${name} is at ${rate} in step ${step}.`,
  tested: (steps: number, from: string, to: string): string =>
    `The range test takes ${steps} steps, from ${from} to ${to}.`,
  suggests: (rate: string, lowest: string): string =>
    `It suggests ${rate}, where the loss falls fastest; the loss is lowest at ${lowest}, where the rate is already too large.`,
};

export type SchedulesTexts = typeof en;

export const schedulesTexts: Readonly<Record<Language, SchedulesTexts>> = {
  en,
  zh: {
    title: '学习率调度',
    lead: '学习率如何下降，预热如何把它引上去，范围测试又如何找到起始值。',
    schedules: '调度',
    names: {
      exponentialDecay: '指数',
      stepDecay: '阶梯',
      cosineDecay: '余弦',
      linearDecay: '线性',
      inverseSqrtDecay: '平方根倒数',
    },
    unavailable: '尚未完成',
    rates: '每一步的学习率',
    step: '步 t',
    rate: '学习率',
    first: '初始学习率',
    warmup: '预热步数',
    total: '总步数 T',
    factor: '阶梯系数',
    every: '每级阶梯的步数',
    rangeTest: '范围测试：学习率增大时的损失',
    rateOfStep: '该步的学习率',
    loss: '损失',
    largest: '尝试的最大学习率',
    suggested: '建议值',
    starts: (rate, warmup) => `${warmup > 0 ? `经过 ${warmup} 步预热后，` : ''}都从 ${rate} 开始。`,
    at: (name, step, rate) => `${name}调度在第 ${step} 步为 ${rate}。`,
    tested: (steps, from, to) => `范围测试用 ${steps} 步，从 ${from} 到 ${to}。`,
    suggests: (rate, lowest) => `它建议 ${rate}，那里损失下降最快；损失最低处在 ${lowest}，已经太晚。`,
  },
};
