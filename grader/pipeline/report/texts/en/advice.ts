/** What to do next, where what came back says it. */
export function kindAdvice(got: string): readonly string[] {
  if (got === 'a Promise') return ['exercises are synchronous: no async, no await; read numbers with .dataSync()'];
  if (got === 'undefined') return ['is a return missing?'];
  if (got === 'a disposed tensor')
    return ['it was disposed before it came back: tf.tidy(() => …) keeps what its function returns'];
  return [];
}

export function tensorAdvice(got: string): readonly string[] {
  if (got.startsWith('the number '))
    return ['tf.scalar(…) makes a tensor of a number; a sum or mean that stays a tensor needs no .dataSync()'];
  if (got.startsWith('an array of '))
    return ['tf.tensor(…) makes a tensor of an array; results that stay tensors need no .arraySync()'];
  return kindAdvice(got);
}

export function numberAdvice(got: string): readonly string[] {
  if (got === 'a rank-0 tensor') return ['read the number out of the tensor with .dataSync()[0]'];
  return kindAdvice(got);
}

export function shapeAdvice(expected: readonly number[], got: readonly number[]): readonly string[] {
  const withoutOnes = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join();
  if (expected.length === 2 && got.length === 2 && expected[0] === got[1] && expected[1] === got[0])
    return ['rows and columns are swapped: is there a transpose too many, or too few?'];
  if (withoutOnes(expected) === withoutOnes(got))
    return ['only axes of length 1 differ: look at keepDims, squeeze and expandDims'];
  return [];
}

export function dtypeAdvice(expected: string, got: string): readonly string[] {
  if (expected === 'int32' && got === 'float32') return ['whole numbers are due, and some of these are not whole'];
  if (expected === 'float32' && (got === 'int32' || got === 'bool'))
    return ['.toFloat() turns it into floating-point numbers'];
  return [];
}
