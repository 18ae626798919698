import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itOf } from '../../testbed/course/ofCourse';
import { withStubs } from './withStubs';

const skeleton = `/** Losses. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ScoresLoss } from 'descent';
import { NotImplementedError } from 'descent';

/**
 * Turns scores into probabilities.
 */
export function softmax(scores: Tensor2D): Tensor2D {
  // TODO: exponentials over their sum
  throw new NotImplementedError('softmax');
}

/**
 * Turns to the unsure examples.
 */
export function focalLoss(scores: Tensor2D, y: Tensor1D, gamma: number): ScoresLoss {
  // TODO: weighted by how unsure each is
  throw new NotImplementedError('focalLoss');
}
`;
const begun = `import type { Tensor2D } from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';

export function softmax(scores: Tensor2D): Tensor2D {
  return scores.softmax();
}`;

describe('withStubs', () => {
  it('should append new functions, with missing imports', () => {
    const { text, added } = withStubs(begun, skeleton);
    expect(added).toEqual(['focalLoss']);
    expect(text).toBe(`import type { Tensor2D } from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';
import type { Tensor1D } from '@tensorflow/tfjs';
import type { ScoresLoss } from 'descent';

export function softmax(scores: Tensor2D): Tensor2D {
  return scores.softmax();
}

/**
 * Turns to the unsure examples.
 */
export function focalLoss(scores: Tensor2D, y: Tensor1D, gamma: number): ScoresLoss {
  // TODO: weighted by how unsure each is
  throw new NotImplementedError('focalLoss');
}
`);
  });

  it.each([
    ['a constant', 'export const focalLoss = () => 0; export function softmax() {}'],
    ['a list of exports', 'function one() {}\nexport { one as focalLoss, one as softmax };'],
    ['an export of another file', "export { focalLoss, softmax } from './mine';"],
  ])('should add nothing where it is there as %s', (_what, own) => {
    expect(withStubs(own, skeleton)).toEqual({ text: own, added: [], renamed: [] });
  });

  itOf('03-losses')('should know every function of the skeletons of this course', () => {
    const read = (name: string): string => readFileSync(join(process.cwd(), 'assignments', '03-losses', name), 'utf8');
    const { exercises } = JSON.parse(read('public.json')) as { readonly exercises: readonly { name: string }[] };
    expect(withStubs('', read('losses.ts')).added).toEqual(exercises.map(({ name }) => name));
  });
});

describe('withStubs, where a function is called otherwise now', () => {
  it('should keep the old function, and not add one of the new name', () => {
    const own = begun.replace('softmax(', 'probabilities(');
    const { added, renamed, text } = withStubs(own, skeleton, { softmax: ['oldest', 'probabilities'] });
    expect([added, renamed]).toEqual([['focalLoss'], [{ from: 'probabilities', to: 'softmax' }]]);
    expect(text).not.toContain('function softmax(');
    // A file with both has already been renamed.
    expect(withStubs(begun, skeleton, { softmax: ['probabilities'] }).renamed).toEqual([]);
  });
});
