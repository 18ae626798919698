import type { Finding } from '../../../types';
import { en } from '.';

const shapes = { path: 'dW', expected: [3, 2], got: [2, 3] };

describe('the words for results of another structure', () => {
  it.each<[Finding, string[]]>([
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
      { id: 'not-a-record', expectedFields: ['w', 'v'], got: 'an array of 2 tensors' },
      [
        'does not return an object with the right fields',
        'expected {w, v}, got an array of 2 tensors',
        'name each field: return { w, v, … }, not a list',
      ],
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
      { id: 'wrong-kind', path: '', expected: 'an array of 4', got: 'a (4,) tensor' },
      [
        'the result is not what is asked for',
        'expected an array of 4, got a (4,) tensor',
        'read the numbers out of the tensor with .arraySync()',
      ],
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
  ])('should be exactly these: %j', (finding, lines) => {
    expect(en.finding(finding)).toEqual(lines);
  });
});
