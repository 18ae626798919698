export const advice = {
  promise: 'this exercise is synchronous: no async, no await; read numbers with .dataSync()',
  promiseInside:
    'a promise is not a value yet: write await before it, or Promise.all around a list; .dataSync() needs neither',
  undefined: 'is a return missing, or was it read at an index outside its list?',
  undefinedInside:
    'it is returned without a value: was it read at an index outside its list, such as −1, or never set?',
  disposed: 'it was disposed before it came back: tf.tidy(() => …) keeps what its function returns',
  generator: 'function* yields values one by one: write function, and return the result',
  operator: 'operators such as + and * do not work on tensors; they have methods: w.sub(dw.mul(0.1))',
  listOfTensors:
    'tf.stack(…) makes one tensor from a list of tensors of one shape; tf.concat(…) joins them along an axis',
  numberForTensor: 'tf.scalar(…) turns a number into a tensor; a sum or mean that stays a tensor needs no .dataSync()',
  arrayForTensor: 'tf.tensor(…) turns an array into a tensor; results that stay tensors need no .arraySync()',
  tensorForNumber: 'read the number out of the tensor with .dataSync()[0]',
  tensorForList: 'read the numbers out of the tensor with .arraySync()',
  textForNumber: 'toFixed, String and templates turn numbers into text: return the number itself',
  transposed: 'rows and columns are swapped: is there one transpose too many, or one too few?',
  axisOfOne: 'only axes of length 1 differ: look at keepDims, squeeze and expandDims',
  fractions: 'whole numbers are expected, and some of these are not whole',
  rounded: 'int32 rounds: find where whole numbers come in, since .toFloat() at the end does not bring the digits back',
  wrongToo: 'its values are wrong too',
  boolForInt: '.toInt() turns it into 0 and 1',
  boolForFloat: '.toFloat() turns it into floating-point numbers',
};
