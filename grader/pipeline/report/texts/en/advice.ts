/** What to do next, if the returned value shows it. */
export function kindAdvice(got: string, path: string): readonly string[] {
  if (got === 'a Promise') {
    return path === ''
      ? ['this exercise is synchronous: no async, no await; read numbers with .dataSync()']
      : [
          'a promise is not a value yet: write await before it, or Promise.all around a list; .dataSync() needs neither',
        ];
  }
  if (got === 'undefined') {
    return path === ''
      ? ['is a return missing, or was it read at an index outside its list?']
      : ['it is returned without a value: was it read at an index outside its list, such as −1, or never set?'];
  }
  if (got === 'a disposed tensor')
    return ['it was disposed before it came back: tf.tidy(() => …) keeps what its function returns'];
  if (got === 'a generator') return ['function* yields values one by one: write function, and return the result'];
  return [];
}

export function tensorAdvice(got: string, path: string): readonly string[] {
  if (got === 'the number NaN' || got.startsWith("'Tensor"))
    return ['operators such as + and * do not work on tensors; they have methods: w.sub(dw.mul(0.1))'];
  if (/^an array of \d+ tensors?$/.test(got))
    return ['tf.stack(…) makes one tensor from a list of tensors of one shape; tf.concat(…) joins them along an axis'];
  if (got.startsWith('the number '))
    return ['tf.scalar(…) turns a number into a tensor; a sum or mean that stays a tensor needs no .dataSync()'];
  if (got.startsWith('an array of '))
    return ['tf.tensor(…) turns an array into a tensor; results that stay tensors need no .arraySync()'];
  return kindAdvice(got, path);
}

export function numberAdvice(got: string, path: string): readonly string[] {
  if (got === 'a rank-0 tensor') return ['read the number out of the tensor with .dataSync()[0]'];
  if (got.startsWith("'")) return ['toFixed, String and templates turn numbers into text: return the number itself'];
  return kindAdvice(got, path);
}

export function shapeAdvice(expected: readonly number[], got: readonly number[]): readonly string[] {
  const withoutOnes = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join();
  if (expected.length === 2 && got.length === 2 && expected[0] === got[1] && expected[1] === got[0])
    return ['rows and columns are swapped: is there one transpose too many, or one too few?'];
  if (withoutOnes(expected) === withoutOnes(got))
    return ['only axes of length 1 differ: look at keepDims, squeeze and expandDims'];
  return [];
}

/** @param valuesDiffer - whether a cast alone would not fix it */
export function dtypeAdvice(expected: string, got: string, valuesDiffer: boolean): readonly string[] {
  if (expected === 'int32' && got === 'float32') return ['whole numbers are expected, and some of these are not whole'];
  if (expected === 'float32' && got === 'int32')
    return [
      'int32 rounds: find where whole numbers come in, since .toFloat() at the end does not bring the digits back',
    ];
  if (got !== 'bool') return [];
  if (valuesDiffer) return ['its values are wrong too'];
  return [expected === 'int32' ? '.toInt() turns it into 0 and 1' : '.toFloat() turns it into floating-point numbers'];
}
