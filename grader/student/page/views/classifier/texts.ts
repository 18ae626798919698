import type { Language } from '../../../../pipeline/types';

const en = {
  title: 'Classifier',
  lead: 'Click to add points, drag them, or move them with the arrow keys (Delete removes one). Which class does each place get?',
  method: 'Decided by',
  methods: { scores: 'linear scores', lifted: 'scores of lifted points', neighbors: 'nearest neighbours' },
  layout: 'Points',
  layouts: { clouds: 'three clouds', xor: 'XOR' },
  adding: 'A click adds',
  className: (index: number): string => `class ${index}`,
  k: 'k',
  metric: 'Distance',
  metrics: { l1Distances: 'L1', l2Distances: 'L2' },
  regions: 'Regions of the classes',
  removeLast: 'Remove the last point',
  addMiddle: 'Add a point',
  templates: 'Templates of the ten digits',
  steps: 'training steps of the templates',
  point: (index: number, x: string, y: string): string => `Point of class ${index} at (${x}, ${y})`,
  says: (method: string, right: string, points: number): string =>
    `By ${method}, ${right} of ${points} points lie in the region of their own class.`,
  shares: (shares: readonly string[]): string => `The classes share the picture ${shares.join(' : ')} (in percent).`,
  templatesSay: (steps: number): string =>
    `The templates are the weights of a linear classifier after ${steps} steps, each stretched to 0..255.`,
};

export type ClassifierTexts = typeof en;

export const classifierTexts: Readonly<Record<Language, ClassifierTexts>> = {
  en,
  zh: {
    title: '分类器',
    lead: '点击即可添加数据点，也可以拖动，或用方向键移动（Delete 删除）。每个位置会被分到哪一类？',
    method: '判定方式',
    methods: { scores: '线性分数', lifted: '提升后的分数', neighbors: '最近邻' },
    layout: '数据点',
    layouts: { clouds: '三团', xor: 'XOR' },
    adding: '点击添加',
    className: (index) => `类别 ${index}`,
    k: 'k',
    metric: '距离',
    metrics: { l1Distances: 'L1', l2Distances: 'L2' },
    regions: '各类别的区域',
    removeLast: '删除最后一个点',
    addMiddle: '添加一个点',
    templates: '十个数字的模板',
    steps: '模板的训练步数',
    point: (index, x, y) => `类别 ${index} 的点，位于 (${x}, ${y})`,
    says: (method, right, points) => `按${method}判定，${points} 个点中有 ${right} 个落在自己类别的区域内。`,
    shares: (shares) => `各类别所占面积为 ${shares.join(' : ')}（百分比）。`,
    templatesSay: (steps) => `模板是线性分类器训练 ${steps} 步之后的权重，各自拉伸到 0..255。`,
  },
};
