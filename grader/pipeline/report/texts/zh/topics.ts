const topics: Readonly<Record<string, string>> = {
  severalSteps: '连续多步',
  extremeScores: '极端得分',
  lossOfExtremeScores: '极端得分',
  dScoresOfExtremeScores: '极端得分',
  dWOfExtremeScores: '极端得分',
  dScoresAtTies: '间隔恰好为 0',
  ties: '并列',
  extremes: '极端情形',
  withoutBias: '没有偏置',
  constantClass: '权重全相等的类别',
  anyShape: '任意形状',
  defaultStep: '默认步长',
  nearZero: '接近 0',
  notANumber: 'NaN',
  step: '步长',
  limits: '分界处',
  notFinite: '非有限数',
  ends: '首尾',
  edges: '边界',
  ramp: '预热期间',
  afterwards: '预热之后',
  fewRates: '很少几个学习率',
  diverging: '发散',
  notNumbers: 'NaN',
  rounding: '舍入',
  choice: '选择',
  noSteps: '一步也不走',
  sameLabels: '标签全相等',
  fewLosses: '很少几个损失',
  lastEpoch: '最后一个 epoch',
  noEpoch: '没有 epoch',
};

/** What a check on chosen cases is about, from the last part of its id; the id itself where there is no word for it. */
export function topic(id: string): string {
  return (Object.hasOwn(topics, id) ? topics[id] : undefined) ?? id;
}
