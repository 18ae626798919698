import type { Language } from '../../../../pipeline/types';

const en = {
  title: 'Fitting',
  lead: 'Polynomials through noisy points, by your ridge regression. Faint lines are fits to other noise: their spread is the variance, the distance of their mean from the truth the bias.',
  degree: 'degree',
  noise: 'noise',
  fits: 'Fits of one degree',
  truth: 'truth',
  fit: 'fit',
  mean: 'mean',
  errors: 'Error for each degree',
  error: 'root mean squared error',
  trainingError: 'training',
  testError: 'new points',
  point: (x: string, y: string): string => `Point at (${x}, ${y})`,
  says: (degree: number, lambda: string, train: string, test: string): string =>
    `Degree ${degree} with λ = ${lambda} has an error of ${train} on its own points and of ${test} on new ones.`,
  best: (degree: number, test: string): string => `Degree ${degree} is best on new points, with an error of ${test}.`,
  parts: (bias: string, variance: string, samples: number): string =>
    `Over ${samples} samples of noise, the mean fit is off by ${bias} (bias), and single fits spread by ${variance} around it (standard deviation).`,
};

export type FittingTexts = typeof en;

export const fittingTexts: Readonly<Record<Language, FittingTexts>> = {
  en,
  zh: {
    title: '拟合',
    lead: '用你的岭回归，让多项式穿过带噪声的点。淡线是对其他噪声的拟合：它们的散布就是方差，它们的均值与真实曲线的距离就是偏差。',
    degree: '次数',
    noise: '噪声',
    fits: '同一次数的拟合',
    truth: '真实',
    fit: '拟合',
    mean: '均值',
    errors: '各次数的误差',
    error: '均方根误差',
    trainingError: '训练',
    testError: '新点',
    point: (x, y) => `点 (${x}, ${y})`,
    says: (degree, lambda, train, test) =>
      `${degree} 次多项式在 λ = ${lambda} 时，对训练点的误差为 ${train}，对新点为 ${test}。`,
    best: (degree, test) => `对新点最好的是 ${degree} 次，误差 ${test}。`,
    parts: (bias, variance, samples) =>
      `在 ${samples} 组噪声上，平均拟合偏离真实曲线 ${bias}（偏差），单个拟合在其周围散布 ${variance}（标准差）。`,
  },
};
