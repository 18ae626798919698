import type { Language } from '../../../../pipeline/types';

const en = {
  title: 'Gradients',
  lead: 'A finite difference has two errors: truncation, which grows with h, and rounding, which grows as h shrinks. Together they form a V, and its tip is the best h.',
  curve: 'Function',
  curves: { sine: 'sin x', exponential: 'eˣ', cube: 'x³', logistic: '1/(1+e⁻ˣ)' },
  at: 'x',
  chosen: 'h',
  errors: 'Error of a difference against its step',
  step: 'step h',
  error: 'relative error',
  forward: 'forward',
  central: 'central',
  picture: 'The two differences as slopes',
  bands: 'pass limit',
  best: (name: string, h: string, error: string): string => `${name} is best at h = ${h}, with an error of ${error}.`,
  here: (h: string, forward: string, central: string): string =>
    `In double precision at h = ${h}, the forward difference is off by ${forward}, the central one by ${central}.`,
  why: 'Right of a tip the error is truncation, which grows as h or h²; left of it the error is rounding, which grows as 1/h.',
};

export type GradientsTexts = typeof en;

export const gradientsTexts: Readonly<Record<Language, GradientsTexts>> = {
  en,
  zh: {
    title: '梯度',
    lead: '差分有两种误差：步长 h 截去的部分，和舍入留下的部分。合在一起是一个 V 形，最低点告诉你该取多大的 h。',
    curve: '函数',
    curves: { sine: 'sin x', exponential: 'eˣ', cube: 'x³', logistic: '1/(1+e⁻ˣ)' },
    at: 'x',
    chosen: 'h',
    errors: '差分的误差随步长的变化',
    step: '步长 h',
    error: '相对误差',
    forward: '前向',
    central: '中心',
    picture: '两种差分的斜率',
    bands: '通过界限',
    best: (name, h, error) => `${name}在 h = ${h} 时最好，误差为 ${error}。`,
    here: (h, forward, central) => `双精度下 h = ${h} 时，前向差分的误差为 ${forward}，中心差分为 ${central}。`,
    why: '最低点右边是截断误差，随 h 或 h² 增长；左边是舍入误差，随 1/h 增长。',
  },
};
