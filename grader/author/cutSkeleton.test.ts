import { cutSkeleton } from './cutSkeleton';
import { around, cut, cutStep, imported, text } from './skeleton/testing/samples';
import { typeErrors } from './skeleton/testing/typeErrors';

describe('cutSkeleton', () => {
  it('should change nothing except the solution in a realistic file', () => {
    const solution = text(
      '/**',
      ' * Steps.',
      ' *',
      ' * `w` the weights',
      ' */',
      "import * as tf from '@tensorflow/tfjs';",
      "import type { Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs';",
      "import { seededRandom, type AdamState } from 'descent';",
      '',
      '',
      '// -------- steps',
      '',
      '/** Halves. */',
      'export function halve(w: Tensor1D): Tensor1D {',
      '  const factor = given(2);   // stays, spaces too',
      '',
      '  // BEGIN SOLUTION: w over the factor',
      '  // A comment of the solution.',
      '  const divisor: Scalar = tf.scalar(factor);',
      '  return over(w, divisor);',
      '  // END SOLUTION',
      '}',
      '',
      '/** Is plumbing. */',
      'export const begin = (w: Tensor): AdamState => ({ m: w, v: w, t: 0 });',
      '',
      '// Divides.',
      'function over(w: Tensor1D, by: Scalar): Tensor1D {',
      '  return w.div(by);',
      '}',
      '',
      'function given(value: number): number {',
      '  return value + 0 * seededRandom(1)();',
      '}',
    );
    const skeleton = text(
      '/**',
      ' * Steps.',
      ' *',
      ' * `w` the weights',
      ' */',
      "import * as tf from '@tensorflow/tfjs';",
      "import type { Tensor, Tensor1D } from '@tensorflow/tfjs';",
      "import { NotImplementedError, seededRandom, type AdamState } from 'descent';",
      '',
      '',
      '// -------- steps',
      '',
      '/** Halves. */',
      'export function halve(w: Tensor1D): Tensor1D {',
      '  const factor = given(2);   // stays, spaces too',
      '',
      '  // TODO: w over the factor',
      "  throw new NotImplementedError('halve');",
      '}',
      '',
      '/** Is plumbing. */',
      'export const begin = (w: Tensor): AdamState => ({ m: w, v: w, t: 0 });',
      '',
      'function given(value: number): number {',
      '  return value + 0 * seededRandom(1)();',
      '}',
    );
    expect(cutSkeleton(solution, 'sample.ts')).toBe(skeleton);
    expect(typeErrors(new Map([['sample.ts', skeleton]]))).toEqual([]);
    // The check does detect errors: without its import, the name in line 18 is unknown.
    expect(typeErrors(new Map([['sample.ts', skeleton.replace('NotImplementedError, ', '')]]))).toEqual([
      "sample.ts:18 Cannot find name 'NotImplementedError'.",
    ]);
  });

  it('should do the same for files with Windows line endings', () => {
    const lines = around({ body: ['  const unused = 1;'] });
    expect(cutSkeleton(lines.join('\r\n'), 'sample.ts')).toBe([imported, '', ...cutStep].join('\r\n'));
  });

  it('should reject a file without solutions, such as a skeleton', () => {
    expect(() => cut(imported, ...cutStep)).toThrow(
      'sample.ts:1: there is no BEGIN SOLUTION, so students would be given everything; mark what they are to write',
    );
  });
});
