/** What to do next, where what came back says it. */
export function kindAdvice(got: string): readonly string[] {
  if (got === 'a Promise') return ['练习是同步的：不要用 async 和 await；用 .dataSync() 读出数值'];
  if (got === 'undefined') return ['是不是漏了 return？'];
  if (got === 'a disposed tensor') return ['它在返回之前就被释放了：tf.tidy(() => …) 会保留其函数返回的张量'];
  return [];
}

export function tensorAdvice(got: string): readonly string[] {
  if (got.startsWith('the number '))
    return ['tf.scalar(…) 把数字变成张量；求和或求平均的结果保持张量即可，不需要 .dataSync()'];
  if (got.startsWith('an array of ')) return ['tf.tensor(…) 把数组变成张量；结果保持张量即可，不需要 .arraySync()'];
  return kindAdvice(got);
}

export function numberAdvice(got: string): readonly string[] {
  if (got === 'a rank-0 tensor') return ['用 .dataSync()[0] 从张量里读出数字'];
  return kindAdvice(got);
}

export function shapeAdvice(expected: readonly number[], got: readonly number[]): readonly string[] {
  const withoutOnes = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join();
  if (expected.length === 2 && got.length === 2 && expected[0] === got[1] && expected[1] === got[0])
    return ['行和列对调了：是多了一次转置，还是少了一次？'];
  if (withoutOnes(expected) === withoutOnes(got))
    return ['只有长度为 1 的轴不同：检查 keepDims、squeeze 和 expandDims'];
  return [];
}

export function dtypeAdvice(expected: string, got: string): readonly string[] {
  if (expected === 'int32' && got === 'float32') return ['这里应全为整数，但有些元素不是整数'];
  if (expected === 'float32' && (got === 'int32' || got === 'bool')) return ['.toFloat() 把它转换成浮点数'];
  return [];
}
