import { TensorValue, type Value } from '../execution/values';
import { returned, threw } from './checks/testing';
import { isPlaceholder } from './isPlaceholder';

const tensor = (...values: readonly number[]): TensorValue =>
  new TensorValue([values.length], 'float32', Float64Array.from(values));

/** Right answers 1, 2 and 3 times [1, 2], and what was answered in their place. */
const placeholder = (answer: (right: TensorValue, index: number) => Value): boolean =>
  isPlaceholder(
    [1, 2, 3].map((times, index) => {
      const right = tensor(times, 2 * times);
      return { got: returned(answer(right, index)), right: returned(right) };
    }),
  );

describe('isPlaceholder', () => {
  it('should find zeros, constants, NaN and what varies by rounding alone', () => {
    expect(placeholder(() => tensor(0, 0))).toBe(true);
    expect(placeholder((_, index) => tensor(index, index))).toBe(true);
    expect(placeholder(() => tensor(NaN, NaN))).toBe(true);
    expect(placeholder((right) => tensor(...[...right.values].map((value) => 5 + 1e-12 * value)))).toBe(true);
    expect(placeholder(() => undefined)).toBe(true);
  });

  it('should let wrong answers pass that depend on what is asked, and right ones', () => {
    expect(placeholder((right) => right)).toBe(false);
    expect(placeholder((right) => tensor(...[...right.values].map((value) => -2 * value)))).toBe(false);
    // Not finite on one of three, as an exponential that overflows on extreme scores.
    expect(placeholder((right, index) => (index === 0 ? tensor(NaN, NaN) : right))).toBe(false);
    expect(placeholder((right, index) => (index > 0 ? tensor(NaN, NaN) : right))).toBe(true);
  });

  it('should look at each field, and at numbers across answers', () => {
    const answers = (loss: (index: number) => number): boolean =>
      isPlaceholder(
        [0, 1, 2].map((index) => ({
          got: returned({ loss: loss(index), dw: tensor(index, 1 - index) }),
          right: returned({ loss: index, dw: tensor(0, 1) }),
        })),
      );
    expect(answers(() => 0)).toBe(true);
    expect(answers((index) => 3 * index)).toBe(false);
  });

  it('should find what throws, and say nothing where nothing was asked or no right answer varies', () => {
    expect(isPlaceholder([{ got: threw('x'), right: returned(1) }])).toBe(true);
    expect(isPlaceholder([])).toBe(false);
    expect(isPlaceholder([{ got: returned(2), right: returned(1) }])).toBe(false);
  });
});
