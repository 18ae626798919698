import type { Finding, Outcome, ThrownError } from '../../../types';
import { rowsSumTo } from '../../../checks/laws/sumsTo';
import { en } from '.';

const error: ThrownError = {
  name: 'TypeError',
  message: 'x.foo is not a function',
  exercise: undefined,
  stack: '',
  place: { file: 'losses.ts', line: 12, column: 15, text: '    return x.foo();' },
};
const shapes = { path: 'dW', expected: [3, 2], got: [2, 3] };
const law = {
  id: 'law-broken',
  law: rowsSumTo,
  parameters: { field: 'dScores', sum: 0 },
  where: { en: 'row 1', zh: '第 1 行' },
} as const;
const difference = {
  id: 'values-differ',
  path: 'w',
  expected: 0.85,
  got: 0.855,
  index: [1, 0],
  relativeError: 2.93e-3,
  threshold: 1e-9,
  step: undefined,
} as const;
const slope = {
  id: 'gradient-differs',
  path: 'dW',
  numerical: 2,
  analytic: -2,
  at: { element: [0, 1] },
  leftOut: 0,
  compared: 6,
} as const;
const outcome = (stopped: Outcome): Finding => ({ id: 'stopped', outcome: stopped });

describe('the words for a finding', () => {
  it.each<[Finding, string[]]>([
    [
      { id: 'throws', error },
      ['throws an error', 'TypeError: x.foo is not a function   (losses.ts:12)', '  return x.foo();', '            ^'],
    ],
    [{ id: 'throws', error: { ...error, message: '', place: undefined } }, ['throws an error', 'TypeError']],
    [
      { id: 'needs-neighbour', neighbour: 'biasCorrection' },
      ['needs biasCorrection, still to do', 'your function calls biasCorrection: write that one first'],
    ],
    [
      outcome({ status: 'memory' }),
      ['ran out of memory', 'do tensors or arrays grow in a loop? tf.tidy(() => …) frees what a step no longer needs'],
    ],
    [
      { id: 'not-a-tensor', path: 'loss', got: 'an object with no fields' },
      ['loss is not a tensor', 'expected a tensor, got an object with no fields'],
    ],
    [
      { id: 'not-a-tensor', path: '', got: 'a Promise' },
      [
        'the result is not a tensor',
        'expected a tensor, got a Promise',
        'this exercise is synchronous: no async, no await; read numbers with .dataSync()',
      ],
    ],
    [
      { id: 'not-a-number', path: 'losses[0]', got: 'a Promise' },
      [
        'losses[0] is not a number',
        'expected a plain number, got a Promise',
        'a promise is not a value yet: write await before it, or Promise.all around a list; .dataSync() needs neither',
      ],
    ],
    [
      { id: 'throws', error: { ...error, name: 'UnsettledPromise' } },
      [
        'never resolves its promise',
        'does it await something that never settles, or is there a new Promise(…) that does not always call resolve?',
      ],
    ],
    [
      { id: 'throws', error: { ...error, name: 'Error', message: 'Tensor is disposed.' } },
      [
        'throws an error',
        'a disposed tensor is used   (losses.ts:12)',
        '  return x.foo();',
        '            ^',
        'tf.tidy disposes every tensor that its function creates and does not return, once it returns or awaits something',
      ],
    ],
    [
      { id: 'not-a-tensor', path: 'loss', got: 'the number 3' },
      [
        'loss is not a tensor',
        'expected a tensor, got the number 3',
        'tf.scalar(…) turns a number into a tensor; a sum or mean that stays a tensor needs no .dataSync()',
      ],
    ],
    [
      { id: 'not-a-tensor', path: 'dW', got: 'an array of 2' },
      [
        'dW is not a tensor',
        'expected a tensor, got an array of 2',
        'tf.tensor(…) turns an array into a tensor; results that stay tensors need no .arraySync()',
      ],
    ],
    [
      { id: 'not-a-tensor', path: 'dW', got: 'a disposed tensor' },
      [
        'dW is not a tensor',
        'expected a tensor, got a disposed tensor',
        'it was disposed before it came back: tf.tidy(() => …) keeps what its function returns',
      ],
    ],
    [
      { id: 'not-a-number', path: '', got: 'undefined' },
      [
        'the result is not a number',
        'expected a plain number, got undefined',
        'is a return missing, or was it read at an index outside its list?',
      ],
    ],
    [
      { id: 'not-a-number', path: '', got: "'0.15'" },
      [
        'the result is not a number',
        "expected a plain number, got '0.15'",
        'toFixed, String and templates turn numbers into text: return the number itself',
      ],
    ],
    [
      { id: 'not-a-number', path: '', got: 'a rank-0 tensor' },
      [
        'the result is not a number',
        'expected a plain number, got a rank-0 tensor',
        'read the number out of the tensor with .dataSync()[0]',
      ],
    ],
    [
      { id: 'not-a-record', expectedFields: ['loss', 'dW'], got: 'a rank-0 tensor' },
      ['does not return an object with the right fields', 'expected {loss, dW}, got a rank-0 tensor'],
    ],
    [
      { id: 'missing-field', path: 'state.t', fields: ['m', 'v'] },
      ['state.t is missing from the result', 'the result has only m and v'],
    ],
    [
      { id: 'missing-field', path: 'loss', fields: [] },
      ['loss is missing from the result', 'the result has no fields'],
    ],
    [
      { id: 'wrong-kind', path: 'verdict', expected: "'perfect'", got: "'wrong'" },
      ['verdict is not what is asked for', "expected 'perfect', got 'wrong'"],
    ],
    [
      { id: 'wrong-shape', ...shapes },
      [
        'dW has the wrong shape',
        'expected (3, 2), got (2, 3)',
        'rows and columns are swapped: is there one transpose too many, or one too few?',
      ],
    ],
    [
      { id: 'wrong-shape', path: 'loss', expected: [], got: [1] },
      [
        'loss has the wrong shape',
        'expected (), got (1,)',
        'only axes of length 1 differ: look at keepDims, squeeze and expandDims',
      ],
    ],
    [
      { id: 'wrong-shape', path: 'p', expected: [2, 3], got: [2, 4] },
      ['p has the wrong shape', 'expected (2, 3), got (2, 4)'],
    ],
    [
      { id: 'empty', path: 'dW', expected: [3], got: [0] },
      ['dW is empty', 'expected (3,), got (0,), which holds no numbers'],
    ],
    [
      { id: 'wrong-length', path: '', expected: 1, got: 2 },
      ['the result has the wrong length', 'expected 1 entry, got 2'],
    ],
    [
      { id: 'wrong-dtype', path: '', expected: 'int32', got: 'float32', valuesDiffer: true },
      [
        'the result has the wrong data type',
        'expected int32, got float32',
        'whole numbers are expected, and some of these are not whole',
      ],
    ],
    [
      { id: 'wrong-dtype', path: 'loss', expected: 'float32', got: 'int32', valuesDiffer: true },
      [
        'loss has the wrong data type',
        'expected float32, got int32',
        'int32 rounds: find where whole numbers come in, since .toFloat() at the end does not bring the digits back',
      ],
    ],
    [
      { id: 'wrong-dtype', path: 'mask', expected: 'float32', got: 'bool', valuesDiffer: false },
      ['mask has the wrong data type', 'expected float32, got bool', '.toFloat() turns it into floating-point numbers'],
    ],
    [
      { id: 'wrong-dtype', path: 'y', expected: 'int32', got: 'bool', valuesDiffer: false },
      ['y has the wrong data type', 'expected int32, got bool', '.toInt() turns it into 0 and 1'],
    ],
    [
      { id: 'wrong-dtype', path: 'y', expected: 'int32', got: 'bool', valuesDiffer: true },
      ['y has the wrong data type', 'expected int32, got bool', 'its values are wrong too'],
    ],
    [
      { id: 'not-a-tensor', path: 'rows', got: 'an array of 3 tensors' },
      [
        'rows is not a tensor',
        'expected a tensor, got an array of 3 tensors',
        'tf.stack(…) makes one tensor from a list of tensors of one shape; tf.concat(…) joins them along an axis',
      ],
    ],
    [
      { id: 'not-a-tensor', path: '', got: 'the number NaN' },
      [
        'the result is not a tensor',
        'expected a tensor, got the number NaN',
        'operators such as + and * do not work on tensors; they have methods: w.sub(dw.mul(0.1))',
      ],
    ],
    [
      { id: 'not-a-number', path: 'best', got: 'undefined' },
      [
        'best is not a number',
        'expected a plain number, got undefined',
        'it is returned without a value: was it read at an index outside its list, such as −1, or never set?',
      ],
    ],
    [
      { id: 'throws', error: { ...error, name: 'ValueOfPromise', message: 'whatever' } },
      [
        'throws an error',
        'a promise is not a value yet: it has no entries, and operators do not work on it   (losses.ts:12)',
        '  return x.foo();',
        '            ^',
        'read numbers synchronously: .dataSync() instead of .data(), .arraySync() instead of .array()',
      ],
    ],
    [
      {
        id: 'throws',
        error: {
          ...error,
          name: 'Error',
          message: "Argument 'b' passed to 'div' must be numeric tensor, but got string tensor",
        },
      },
      [
        'throws an error',
        'a string is used where a tensor is expected   (losses.ts:12)',
        '  return x.foo();',
        '            ^',
        '+ turns a tensor into a string: write a.add(b)',
      ],
    ],
    [
      { id: 'throws', error: { ...error, name: 'ReferenceError', message: 'expect is not defined' } },
      [
        'throws an error',
        'describe, it and expect exist only in Jest, and your file runs without it   (losses.ts:12)',
        '  return x.foo();',
        '            ^',
        'your own tests belong in a separate file, such as mine.test.ts',
      ],
    ],
    [
      { id: 'throws', error: { ...error, name: 'OperatorOnTensor', message: 'whatever' } },
      [
        'throws an error',
        'operators such as -, * and < do not work on tensors   (losses.ts:12)',
        '  return x.foo();',
        '            ^',
        'tensors have methods: w.sub(dw.mul(0.1)), a.greater(b); .dataSync() reads the numbers out',
      ],
    ],
    [
      { ...difference, path: 'y', expected: 1, got: 3, count: 2, total: 2 },
      ['y does not match the reference', 'expected 1, got 3 at [1, 0]; 2 of 2 elements differ'],
    ],
    [
      { ...difference, path: 'loss', expected: NaN, got: 0.5, count: 1, total: 1 },
      ['loss does not match the reference', 'expected NaN, got 0.5'],
    ],
    [
      { id: 'not-finite', path: 'loss', got: NaN, index: [], count: 1, total: 1 },
      [
        'loss is NaN',
        'expected a finite number; such numbers come from dividing by 0, from log(0), from exp of a large number, and from a field or an entry that is undefined',
      ],
    ],
    [
      { id: 'not-finite', path: '', got: -Infinity, index: [0, 2], count: 2, total: 6 },
      [
        'the result contains -Infinity',
        '-Infinity at [0, 2]; 2 of 6 elements are not finite',
        'such numbers come from dividing by 0, from log(0), and from exp of a large number',
      ],
    ],
    [
      { ...difference, count: 2, total: 6 },
      [
        'w does not match the reference',
        'expected 0.850, got 0.855 at [1, 0], relative error 2.9e-3, allowed 1e-9; 2 of 6 elements differ',
      ],
    ],
    [
      { ...difference, path: '', index: [0], count: 1, total: 1, step: 2 },
      [
        'the result after call 3 does not match the reference',
        'expected 0.850, got 0.855, relative error 2.9e-3, allowed 1e-9',
      ],
    ],
    [
      { ...slope, relativeError: 1, part: 'whole' },
      [
        'dW does not pass the gradient check',
        'central differences of your own loss give 2, dW has -2 at [0, 1]',
        'relative error 1: wrong; allowed 1e-5',
      ],
    ],
    [
      { ...slope, at: { direction: 7 }, relativeError: 2e-4, part: 'regularization', leftOut: 1 },
      [
        'the regularization part of dW does not pass the gradient check',
        'central differences of your own loss give 2, dW has -2 along a random direction',
        'relative error 2e-4: suspicious, probably a small mistake; allowed 1e-5',
        '1 element at a kink of the loss left out, 6 compared',
      ],
    ],
    [
      { id: 'gradient-passes', relativeError: 3.14e-11, verdict: 'perfect', leftOut: 0, compared: 6 },
      ['relative error 3.1e-11: perfect'],
    ],
    [
      { id: 'gradient-passes', relativeError: 2e-6, verdict: 'acceptable', leftOut: 2, compared: 4 },
      ['relative error 2e-6: acceptable', '2 elements at a kink of the loss left out, 4 compared'],
    ],
    [
      { id: 'gradient-undecided', leftOut: 5, total: 6 },
      [
        "the loss can't be differentiated numerically",
        'at 5 of 6 elements it has a kink or a jump; the right loss has a few at most',
        'does the loss round, compare, or draw random numbers where it should not?',
      ],
    ],
    [
      { id: 'loss-changes' },
      [
        'the loss behaves differently when it is differentiated',
        'its central differences do not match the loss that is returned on the cases',
        'does the loss depend on anything but its arguments, such as earlier calls?',
      ],
    ],
    [{ ...law, expected: 0, got: 0.5 }, ['breaks a law: each row of dScores sums to 0', 'row 1: expected 0, got 0.5']],
    [
      { ...law, expected: NaN, got: NaN, because: { id: 'wrong-shape', ...shapes, got: [2, 2] } },
      ['breaks a law: each row of dScores sums to 0', 'row 1: expected (3, 2), got (2, 2)'],
    ],
    [
      { id: 'input-disposed', inputs: ['w', 'state.m'] },
      [
        'disposes its inputs w and state.m',
        'inputs belong to the caller, who still needs them: dispose only what you made',
      ],
    ],
    [
      { id: 'input-changed', inputs: ['state.t'] },
      ['changes its input state.t', 'inputs must be left as they were: return new tensors and objects'],
    ],
    [
      { id: 'input-returned', inputs: ['w'] },
      [
        'returns its input w instead of a new tensor',
        'return a copy, such as .clone(): the caller may dispose one and keep the other',
      ],
    ],
    [
      { id: 'leaks', tensors: 1 },
      ['leaves 1 tensor allocated', 'only what is returned may stay: wrap the body in tf.tidy(() => …)'],
    ],
    [
      { id: 'kernels-grow', small: 4, large: 10 },
      [
        'takes more tensor operations, or reads more numbers out of tensors, for more data',
        '4 on the small case, 10 on the large one: replace the loop over rows by operations on whole tensors',
      ],
    ],
  ])('should be exactly these: %j', (finding, lines) => {
    expect(en.finding(finding)).toEqual(lines);
  });
});
