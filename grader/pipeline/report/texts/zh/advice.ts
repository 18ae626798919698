import type { Advice } from '../advised';

export const advice: Readonly<Record<Advice, string>> = {
  promise: '这个练习是同步的：不要用 async 和 await；用 .dataSync() 读出数值',
  promiseInside: 'Promise 还不是值：在它前面写 await，一列 Promise 用 Promise.all；用 .dataSync() 则两者都不需要',
  undefined: '是不是漏了 return，或者用了列表以外的下标？',
  undefinedInside: '它返回了，但没有值：是不是用了列表以外的下标（例如 −1），或者从未赋值？',
  disposed: '它在返回之前就被释放了：tf.tidy(() => …) 会保留其函数返回的张量',
  generator: 'function* 逐个产出值：请写 function，并用 return 返回结果',
  operator: '+、* 这样的运算符不能用于张量；张量要用方法：w.sub(dw.mul(0.1))',
  listOfTensors: 'tf.stack(…) 把形状相同的一列张量叠成一个张量；tf.concat(…) 沿某个轴拼接',
  numberForTensor: 'tf.scalar(…) 把数字变成张量；求和或求平均的结果保持张量即可，不需要 .dataSync()',
  arrayForTensor: 'tf.tensor(…) 把数组变成张量；结果保持张量即可，不需要 .arraySync()',
  tensorForNumber: '用 .dataSync()[0] 从张量里读出数字',
  tensorForList: '用 .arraySync() 从张量里读出数字',
  textForNumber: 'toFixed、String 和模板字符串会把数字变成文本：请返回数字本身',
  transposed: '行和列对调了：是多了一次转置，还是少了一次？',
  axisOfOne: '只有长度为 1 的轴不同：检查 keepDims、squeeze 和 expandDims',
  fractions: '这里应全为整数，但有些元素不是整数',
  rounded: 'int32 会取整：找出整数是在哪里混进来的；最后再用 .toFloat() 也找不回小数部分',
  wrongToo: '它的数值也不对',
  boolForInt: '.toInt() 把它转换成 0 和 1',
  boolForFloat: '.toFloat() 把它转换成浮点数',
};
