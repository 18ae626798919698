/** What to do next, if the returned value shows it. */
export function kindAdvice(got: string, path: string): readonly string[] {
  if (got === 'a Promise')
    return path === ''
      ? ['这个练习是同步的：不要用 async 和 await；用 .dataSync() 读出数值']
      : ['Promise 还不是值：在它前面写 await，一列 Promise 用 Promise.all；用 .dataSync() 则两者都不需要'];
  if (got === 'undefined')
    return path === ''
      ? ['是不是漏了 return，或者用了列表以外的下标？']
      : ['它返回了，但没有值：是不是用了列表以外的下标（例如 −1），或者从未赋值？'];
  if (got === 'a disposed tensor') return ['它在返回之前就被释放了：tf.tidy(() => …) 会保留其函数返回的张量'];
  if (got === 'a generator') return ['function* 逐个产出值：请写 function，并用 return 返回结果'];
  return [];
}

export function tensorAdvice(got: string, path: string): readonly string[] {
  if (got === 'the number NaN' || got.startsWith("'Tensor"))
    return ['+、* 这样的运算符不能用于张量；张量要用方法：w.sub(dw.mul(0.1))'];
  if (/^an array of \d+ tensors?$/.test(got))
    return ['tf.stack(…) 把形状相同的一列张量叠成一个张量；tf.concat(…) 沿某个轴拼接'];
  if (got.startsWith('the number '))
    return ['tf.scalar(…) 把数字变成张量；求和或求平均的结果保持张量即可，不需要 .dataSync()'];
  if (got.startsWith('an array of ')) return ['tf.tensor(…) 把数组变成张量；结果保持张量即可，不需要 .arraySync()'];
  return kindAdvice(got, path);
}

export function numberAdvice(got: string, path: string): readonly string[] {
  if (got === 'a rank-0 tensor') return ['用 .dataSync()[0] 从张量里读出数字'];
  if (got.startsWith("'")) return ['toFixed、String 和模板字符串会把数字变成文本：请返回数字本身'];
  return kindAdvice(got, path);
}

export function shapeAdvice(expected: readonly number[], got: readonly number[]): readonly string[] {
  const withoutOnes = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join();
  if (expected.length === 2 && got.length === 2 && expected[0] === got[1] && expected[1] === got[0])
    return ['行和列对调了：是多了一次转置，还是少了一次？'];
  if (withoutOnes(expected) === withoutOnes(got))
    return ['只有长度为 1 的轴不同：检查 keepDims、squeeze 和 expandDims'];
  return [];
}

/** @param valuesDiffer - whether a cast alone would not fix it */
export function dtypeAdvice(expected: string, got: string, valuesDiffer: boolean): readonly string[] {
  if (expected === 'int32' && got === 'float32') return ['这里应全为整数，但有些元素不是整数'];
  if (expected === 'float32' && got === 'int32')
    return ['int32 会取整：找出整数是在哪里混进来的；最后再用 .toFloat() 也找不回小数部分'];
  if (got !== 'bool') return [];
  if (valuesDiffer) return ['它的数值也不对'];
  return [expected === 'int32' ? '.toInt() 把它转换成 0 和 1' : '.toFloat() 把它转换成浮点数'];
}
