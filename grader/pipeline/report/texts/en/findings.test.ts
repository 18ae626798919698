import type { Finding } from '../../../types';
import { rowsSumTo } from '../../../checks/laws/sumsTo';
import { en } from '.';

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

describe('the words for wrong values and broken rules', () => {
  it.each<[Finding, string[]]>([
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
