import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import * as tf from '../../../precision/tfjs';
import { altered, failing, tidied, wrong } from './mistakeParts';

const solution = (x: Tensor1D): { loss: Scalar; dx: Tensor1D } => ({ loss: x.square().sum<Scalar>(), dx: x.mul(2) });
/** The number of tensors that a call leaves besides its result. */
const leftBy = (run: () => object): number => {
  const before = tf.memory().numTensors;
  const result = run();
  return tf.memory().numTensors - before - Object.values(result).filter((field) => field instanceof tf.Tensor).length;
};

describe('parts of mistakes', () => {
  const x = tf.tensor1d([1, 2]);

  it('should alter fields of the correct result without leaking', () => {
    const make = altered(solution, ({ dx }, given) => ({ dx: dx.add(given) }));
    const { loss, dx } = make()(x);
    expect([loss.arraySync(), dx.arraySync()]).toEqual([5, [3, 6]]);
    expect(leftBy(() => make()(x))).toBe(0);
    expect(leftBy(() => tidied(solution)(x))).toBe(0);
    expect(leftBy(() => solution(x))).toBeGreaterThan(0);
  });

  it('should alter the value that a promise resolves to without leaking', async () => {
    const later = async (given: Tensor1D): Promise<ReturnType<typeof solution>> => {
      await tf.nextFrame();
      return solution(given);
    };
    const before = tf.memory().numTensors;
    const { loss, dx } = await altered(later, ({ dx }, given) => ({ dx: dx.add(given) }))()(x);
    expect([loss.arraySync(), dx.arraySync()]).toEqual([5, [3, 6]]);
    expect(tf.memory().numTensors - before).toBe(2);
    const failed = tidied(async (given: Tensor1D) => {
      given.square();
      await tf.nextFrame();
      throw new Error('no');
    });
    await expect(failed(x)).rejects.toThrow('no');
    expect(tf.memory().numTensors - before).toBe(2);
  });

  it('should turn wrong versions into tidied mistakes', () => {
    const [sum] = wrong({ sum: solution });
    const law = failing('law', ['scalesWith'], solution);
    expect([sum?.id, law.id, law.fails]).toEqual(['sum', 'law', ['scalesWith']]);
    for (const mistake of [sum, law]) expect(leftBy(() => mistake?.make()(x) ?? {})).toBe(0);
  });
});
