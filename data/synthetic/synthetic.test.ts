import * as tf from '@tensorflow/tfjs';
import type { Examples } from '../examples/examples';
import { narrowValley, spirals, valleyGradient, valleyHeight, xor } from './index';

const numbers = (tensor: tf.Tensor): number[] => Array.from(tensor.dataSync());

/** Points as [x1, x2, label]. */
function pointsOf({ x, y }: Examples): [number, number, number][] {
  const [values, labels] = [numbers(x), numbers(y)];
  return labels.map((label, row) => [values[2 * row] ?? NaN, values[2 * row + 1] ?? NaN, label]);
}

beforeEach(() => tf.engine().startScope());
afterEach(() => tf.engine().endScope());

describe.each([
  ['spirals', (seed: number) => spirals({ seed })],
  ['xor', (seed: number) => xor({ seed })],
])('%s', (_, make) => {
  it('should give the same points when the seed is the same, and others when it is not', () => {
    expect(pointsOf(make(3))).toEqual(pointsOf(make(3)));
    expect(pointsOf(make(3))).not.toEqual(pointsOf(make(4)));
  });

  it('should mix the classes', () => {
    const { x, y } = make(1);
    expect(x.dtype).toBe('float32');
    expect(y.dtype).toBe('int32');
    const classes = new Set(numbers(y));
    expect(new Set(numbers(y).slice(0, 30))).toEqual(classes);
  });
});

describe('spirals', () => {
  // Arm 1 of 2 without noise, one turn, 4 points: radii ¼ ½ ¾ 1 at angles π + 2π·(¼ ½ ¾ 1), so −¼i, ½, ¾i, −1.
  it('should follow the formula when there is no noise', () => {
    const arm = pointsOf(spirals({ classes: 2, perClass: 4, turns: 1, noise: 0 })).filter(([, , label]) => label === 1);
    const sorted = arm.toSorted(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d)).map(([x1, x2]) => [x1, x2]);
    const expected = [[0, -0.25], [0.5, 0], [0, 0.75], [-1, 0]]; // prettier-ignore
    for (const [index, [x1, x2]] of expected.entries()) {
      expect(sorted[index]?.[0]).toBeCloseTo(x1 ?? NaN, 12);
      expect(sorted[index]?.[1]).toBeCloseTo(x2 ?? NaN, 12);
    }
  });

  it('should stay in the unit disc, with noise only in the angle', () => {
    const points = pointsOf(spirals({ classes: 5, perClass: 7, noise: 1 }));
    expect(points).toHaveLength(35);
    const radii = points.map(([x1, x2]) => Math.round(7 * Math.hypot(x1, x2)));
    for (let step = 1; step <= 7; step += 1) expect(radii.filter((radius) => radius === step)).toHaveLength(5);
  });

  it.each([0, 2.5, NaN])('should reject %p classes', (classes) => {
    expect(() => spirals({ classes })).toThrow(`classes is ${classes}; it must be a whole number above 0.`);
  });
});

describe('xor', () => {
  it('should be the corners when there is no noise', () => {
    const points = pointsOf(xor({ perCorner: 1, noise: 0 }));
    expect(points.toSorted(([a, b], [c, d]) => a - c || b - d)).toEqual([
      [-1, -1, 0],
      [-1, 1, 1],
      [1, -1, 1],
      [1, 1, 0],
    ]);
  });

  it('should be separated by the sign of x1·x2, with any noise', () => {
    for (const [x1, x2, label] of pointsOf(xor({ perCorner: 200, noise: 0.99 })))
      expect(x1 * x2 < 0 ? 1 : 0).toBe(label);
  });

  it.each([1, -0.1, NaN])('should reject noise %p', (noise) => {
    expect(() => xor({ noise })).toThrow(`noise is ${noise}; it must be at least 0 and below 1.`);
  });
});

describe('narrowValley', () => {
  it.each([2, 3, 20])('should have xᵀx = diag(1, 100) when there are %i examples', (count) => {
    const { x, targets } = narrowValley({ seed: 9, count });
    expect(x.shape).toEqual([count, 2]);
    expect(numbers(targets)).toEqual(Array<number>(count).fill(0));
    const [a = NaN, b = NaN, c = NaN, d = NaN] = numbers(x.matMul(x, true));
    expect(a).toBeCloseTo(1, 12);
    expect(b).toBeCloseTo(0, 12);
    expect(c).toBeCloseTo(0, 12);
    expect(d).toBeCloseTo(100, 10);
  });

  // ½·3² + 50·(−0.2)² = 4.5 + 2 = 6.5; the gradient is (3, 100·(−0.2)) = (3, −20).
  it('should be the surface ½w₁² + 50w₂²', () => {
    const { x, targets } = narrowValley();
    const w = tf.tensor2d([[3], [-0.2]]);
    const residual = x.matMul(w).flatten().sub(targets);
    expect(residual.square().sum().div(2).dataSync()[0]).toBeCloseTo(6.5, 12);
    const gradient = numbers(x.matMul(residual.expandDims(1), true));
    expect(gradient[0]).toBeCloseTo(3, 12);
    expect(gradient[1]).toBeCloseTo(-20, 12);
    expect(valleyHeight(3, -0.2)).toBeCloseTo(6.5, 12);
    expect(valleyGradient(3, -0.2)).toEqual([3, -20]);
  });

  it('should start on the slope, with its curvatures', () => {
    const starts = [1, 2, 3].map((seed) => numbers(narrowValley({ seed }).start));
    for (const [w1, w2 = NaN] of starts) {
      expect(w1).toBe(10);
      expect(Math.abs(w2)).toBeLessThanOrEqual(1);
    }
    expect(new Set(starts.map(([, w2]) => w2)).size).toBe(3);
    expect(numbers(narrowValley().curvatures)).toEqual([1, 100]);
  });

  it('should reject fewer than two examples', () => {
    expect(() => narrowValley({ count: 1 })).toThrow('count is 1; it must be a whole number above 1.');
  });
});
