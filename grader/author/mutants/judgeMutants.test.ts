import { prepareAssignment } from '../../pipeline/course/prepareAssignment';
import { seeds, tinySpec } from '../validate/testing/tinySpec';
import { GuardedText, guardLoops } from './guardLoops';
import { MutantJudge, type MutantJudgement } from './judgeMutants';
import { loadMutant, LoopGuard } from './loadMutant';
import { makeMutants, mutatedText, type Mutant } from './makeMutants';

const solution = `
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D } from '@tensorflow/tfjs';
export function weigh(x: Tensor1D, factor: number) {
  // BEGIN SOLUTION: the loss and its gradient
  return tf.tidy(() => {
    let loss = 0;
    for (const value of x.arraySync()) loss += factor * value * value;
    return { loss: tf.scalar(loss), dx: twice(x).mul(factor) };
  });
  // END SOLUTION
}
function twice(x: Tensor1D) {
  let times = 2;
  let sum = tf.zerosLike(x);
  while (times > 0) {
    sum = sum.add(x);
    times -= 1;
  }
  return sum;
}
`;

describe('MutantJudge', () => {
  const mutants = makeMutants(solution, 'tiny.ts', ['weigh']);
  let judgements: readonly MutantJudgement[];
  beforeAll(async () => {
    const assignment = await prepareAssignment(tinySpec(), seeds, '');
    const judge = (mutant: Mutant): Promise<readonly MutantJudgement[]> =>
      new MutantJudge(solution, assignment).judge(mutant);
    judgements = (await Promise.all(mutants.map(judge))).flat();
  });

  it('should catch all mutants that compute something else', () => {
    expect(judgements.filter(({ caught }) => !caught).map(({ mutant: { after } }) => after)).toEqual([]);
    expect(judgements.length).toBeGreaterThan(15);
  });

  it('should catch an endless loop and a missing tidy', () => {
    const afters = judgements.map(({ mutant: { after } }) => after);
    expect(afters).toContain('times += 1;');
    expect(afters).toContain('return (() => { … })();');
  });

  it('should judge the mutants of a helper in the exercises that use it', () => {
    expect(judgements.filter(({ mutant: { owner } }) => owner === 'twice').map(({ exercise }) => exercise)).toContain(
      'weigh',
    );
  });
});

describe('MutantJudge, of an axis that is named', () => {
  const of = (loss: string): string => `
    export function weigh(x, factor) {
      // BEGIN SOLUTION: the loss and its gradient
      return tf.tidy(() => ({ loss: ${loss}.mul(factor), dx: x.mul(2 * factor) }));
      // END SOLUTION
    }
    import * as tf from '@tensorflow/tfjs';
  `;
  async function judgeAxes(loss: string): Promise<readonly string[]> {
    const text = of(loss);
    const judge = new MutantJudge(text, await prepareAssignment(tinySpec(), seeds, ''));
    const axes = makeMutants(text, 'tiny.ts', ['weigh']).filter(({ operator }) => operator === 'axes');
    const judgements = (await Promise.all(axes.map((mutant) => judge.judge(mutant)))).flat();
    return judgements.map(({ mutant, caught }) => `${mutant.edit.text} ${caught ? 'is caught' : 'survives'}`);
  }

  it.each<[string, readonly string[]]>([
    ['x.square().sum()', []],
    ['tf.sum(x.square())', []],
    ['x.square().sum(0)', [', true is caught']],
  ])('should say nothing of the only axis of a vector: %s', async (loss, said) => {
    expect(await judgeAxes(loss)).toEqual(said);
  });

  it('should catch it where it makes a difference', async () => {
    expect(await judgeAxes('x.square().expandDims(1).sum()')).toEqual(['0 is caught']);
  });
});

describe('GuardedText', () => {
  it('should guard the loops of each mutant as if it were alone', () => {
    const text = new GuardedText(solution);
    for (const mutant of makeMutants(solution, 'tiny.ts', ['weigh']))
      expect(text.with(mutant.edit)).toBe(guardLoops(mutatedText(solution, mutant)));
  });
});

describe('loadMutant', () => {
  it('should stop a loop after its limit, and give each call the full limit', () => {
    const { count } = loadMutant(
      'export function count(n: number) { let i = 0; while (i < n) i += 1; return i; }',
      new LoopGuard(10),
    );
    // The call itself is the tenth.
    expect(count?.(9)).toBe(9);
    expect(count?.(9)).toBe(9);
    expect(() => count?.(10)).toThrow('a loop went round more than 10 times');
  });

  it('should stop an endless loop whose body is a function', () => {
    const { fill } = loadMutant(
      `export const fill = (length: number) => Array.from({ length }, one);
      function one() { return [0, 1].map((i) => i); }`,
      new LoopGuard(100),
    );
    expect(fill?.(3)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(() => fill?.(1e6)).toThrow('a loop went round more than 100 times');
  });

  it('should report the largest number of iterations of a call', () => {
    const guard = new LoopGuard(Infinity);
    const { count } = loadMutant(
      'export function count(n: number) { let i = 0; while (i < n) i += 1; return i; }',
      guard,
    );
    for (const n of [2, 7, 3]) count?.(n);
    // Seven, and the call itself.
    expect(guard.maxRounds).toBe(8);
  });

  it('should load code that imports descent', () => {
    const text =
      "import { NotImplementedError } from 'descent'; export function f() { throw new NotImplementedError('f'); }";
    const { f } = loadMutant(text, new LoopGuard(1));
    expect(() => f?.()).toThrow('f');
  });
});
