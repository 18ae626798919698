import type { Finding, Outcome, ThrownError } from '../../../types';
import { en } from '.';

const error: ThrownError = {
  name: 'TypeError',
  message: 'x.foo is not a function',
  exercise: undefined,
  stack: '',
  place: { file: 'losses.ts', line: 12, column: 15, text: '    return x.foo();' },
};
const outcome = (stopped: Outcome): Finding => ({ id: 'stopped', outcome: stopped });

describe('the words for errors and for functions that were stopped', () => {
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
      {
        id: 'throws',
        error: {
          ...error,
          name: 'Error',
          message: "Argument 'b' passed to 'mul' must be a Tensor or TensorLike, but got 'null'",
        },
      },
      [
        'throws an error',
        'undefined is used where a tensor or a number is expected   (losses.ts:12)',
        '  return x.foo();',
        '            ^',
        'was a name misspelt, a field never set, or an entry read outside its list?',
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
  ])('should be exactly these: %j', (finding, lines) => {
    expect(en.finding(finding)).toEqual(lines);
  });
});
