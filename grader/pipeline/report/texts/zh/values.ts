import type { ValueWords } from '../../formatValue';

/** Descriptions of values that are not shown in full. */
export const values: ValueWords = {
  firstOfCalls: (calls) => `（连续 ${calls} 次调用中的第一次）`,
  previousResult: '上一次调用返回的值',
  array: (length) => `长度为 ${length} 的数组`,
  tensor: (shape) => `形状为 ${shape} 的张量`,
};
