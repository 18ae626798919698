import { Random } from '../../../course/spec/random';
import { TensorValue, type Value, type ValueRecord } from '../../../../execution/values';
import { violationOf, type EnglishViolation } from '../../testing/violationOf';
import { standardLaws } from '..';
import { lawNamed } from '../law';
import { distributions, momentBounds, type Distribution } from './momentBounds';
import { formulaOf, quantityOf } from './quantity';

const fan = { fanIn: 20, fanOut: 30, seed: 7 };
const xavier = { factor: 2, sumOf: ['fanIn', 'fanOut'], power: -1 };
const limit = { factor: Math.sqrt(6), sumOf: ['fanIn', 'fanOut'], power: -0.5 };
const lowest = { ...limit, factor: -Math.sqrt(6) };

/** (20, 30) numbers, each from one draw from [0, 1). */
const drawn =
  (from: (unit: number, random: Random) => number) =>
  ({ seed }: ValueRecord): Value => {
    const random = new Random(Number(seed));
    return new TensorValue(
      [20, 30],
      'float32',
      Float64Array.from({ length: 600 }, () => from(random.number(0, 1), random)),
    );
  };
const width = Math.sqrt(6 / 50);
const honest = drawn((unit) => (2 * unit - 1) * width);

type Run = (inputs: ValueRecord) => Value;

function broken(law: string, parameters: ValueRecord, run: Run): EnglishViolation | undefined {
  return violationOf(lawNamed(standardLaws, law), { inputs: fan, parameters, expected: honest(fan), run });
}
const momentsBroken = (run: Run, distribution: Distribution = 'uniform'): EnglishViolation | undefined =>
  broken('moments', { seed: 'seed', draws: 8, variance: xavier, distribution }, run);
const rangeBroken = (run: Run): EnglishViolation | undefined =>
  broken('range', { seed: 'seed', draws: 8, low: lowest, high: limit }, run);
const seedsBroken = (run: Run): EnglishViolation | undefined => broken('seedsDiffer', { seed: 'seed', draws: 4 }, run);

describe('momentBounds', () => {
  // At most at the stated rate: counted with a rate of one in five.
  it.each(distributions)('should reject correct %s numbers no more often than stated', (distribution) => {
    const random = new Random(11);
    const draw = (): number =>
      distribution === 'normal'
        ? (random.normal([1], { scale: 2 }).values[0] ?? NaN)
        : random.number(-Math.sqrt(12), Math.sqrt(12));
    const count = 50;
    const { mean, variance } = momentBounds(distribution, { variance: 4, count }, 0.2);
    const trials = 4_000;
    let [byMean, byVariance] = [0, 0];
    for (let trial = 0; trial < trials; trial += 1) {
      const values = Array.from({ length: count }, draw);
      const average = values.reduce((sum, value) => sum + value, 0) / count;
      const squares = values.reduce((sum, value) => sum + value ** 2, 0) / count;
      if (Math.abs(average) > mean) byMean += 1;
      if (squares < variance[0] || squares > variance[1]) byVariance += 1;
    }
    expect(Math.max(byMean, byVariance) / trials).toBeLessThanOrEqual(0.2);
    // A bound that is never exceeded would detect nothing.
    expect(Math.min(byMean, byVariance)).toBeGreaterThan(0);
  });

  it('should tighten with more numbers, to nine in √n of the variance', () => {
    const [least] = momentBounds('uniform', { variance: 1, count: 10_000 }, 1e-9 / 18).variance;
    expect(1 - least).toBeLessThan(0.09);
  });
});

describe('a quantity', () => {
  it('should be a constant or computed from arguments', () => {
    expect(quantityOf(0.5, fan)).toBe(0.5);
    expect(quantityOf(xavier, fan)).toBe(0.04);
    expect(quantityOf({ sumOf: ['missing'] }, fan)).toBeNaN();
    expect(
      [0.5, xavier, { sumOf: ['sigma'], power: 2 }, { factor: 2, sumOf: ['fanIn'], power: -0.5 }].map(formulaOf),
    ).toEqual(['0.5', '2 / (fanIn + fanOut)', 'sigma^2', '2 / √fanIn']);
  });
});

describe('laws about random numbers', () => {
  it('should hold for correct numbers of any generator', () => {
    const other: Run = ({ seed }) => honest({ seed: 3 * Number(seed) + 1 });
    for (const run of [honest, other])
      expect([momentsBroken(run), rangeBroken(run), seedsBroken(run)]).toEqual([undefined, undefined, undefined]);
    const normal = drawn((_unit, random) => random.normal([1], { scale: 0.2 }).values[0] ?? NaN);
    expect(momentsBroken(normal, 'normal')).toBeUndefined();
  });

  it('should not reject correct numbers of any of two hundred submissions', () => {
    const refused = Array.from(
      { length: 200 },
      (_, submission): Run =>
        ({ seed }) =>
          honest({ seed: Number(seed) + 1e7 * submission }),
    ).filter((run) => momentsBroken(run) ?? rangeBroken(run));
    expect(refused).toHaveLength(0);
  });

  it('should detect a wrong mean or variance', () => {
    expect(momentsBroken(drawn((unit) => unit * width))).toMatchObject({
      where: 'the mean over all seeds',
      expected: 0,
    });
    // The variance of He, and a standard deviation used as a limit.
    const ofHe = momentsBroken(drawn((unit) => (2 * unit - 1) * Math.sqrt(6 / 20)));
    expect(ofHe).toMatchObject({ where: 'the variance over all seeds', expected: 0.04 });
    expect(ofHe?.got).toBeCloseTo(0.1, 2);
    expect(momentsBroken(drawn((unit) => (2 * unit - 1) * Math.sqrt(2 / 50)))?.where).toBe(
      'the variance over all seeds',
    );
  });

  it('should detect one number repeated throughout a draw', () => {
    const same: Run = ({ seed }) =>
      new TensorValue([20, 30], 'float32', new Float64Array(600).fill(Number(seed) % 2 === 0 ? 0.2 : -0.2));
    expect(momentsBroken(same)?.where).toMatch(/for one seed|over all seeds/);
  });

  it('should detect numbers outside of the range and a part of it that is never reached', () => {
    expect(rangeBroken(drawn((unit) => (2 * unit - 1) * 2 * width))?.where).toBe('the smallest number');
    expect(rangeBroken(drawn((unit) => unit * width))?.where).toBe('the smallest number');
    expect(rangeBroken(drawn((unit) => (1.5 * unit - 1) * width))?.where).toBe('the largest number');
  });

  it('should detect an ignored seed and one that does not determine the numbers', () => {
    expect(seedsBroken(() => honest({ seed: 1 }))).toEqual({
      where: 'different results among different seeds',
      expected: 5,
      got: 1,
    });
    let calls = 0;
    expect(seedsBroken(({ seed }) => honest({ seed: Number(seed) + (calls += 1) }))?.where).toBe('the result');
  });

  it('should detect a seed of 0 that is treated as missing or as 1', () => {
    const inputs = { ...fan, seed: 0 };
    const law = lawNamed(standardLaws, 'seedsDiffer');
    const of = (run: Run): EnglishViolation | undefined =>
      violationOf(law, { inputs, parameters: { seed: 'seed', draws: 4 }, expected: honest(inputs), run });
    expect(of(honest)).toBeUndefined();
    expect(of(({ seed }) => honest({ seed: Number(seed) || 1 }))).toMatchObject({ expected: 5, got: 4 });
  });

  it('should accept nothing but tensors and lists of numbers', () => {
    const zeros = drawn(() => 0);
    const turned: Run = (inputs) => {
      const right = honest(inputs);
      return right instanceof TensorValue ? new TensorValue([30, 20], right.dtype, right.values) : right;
    };
    for (const run of [zeros, turned, () => undefined, () => 'uniform', drawn(() => NaN)])
      for (const law of [momentsBroken, rangeBroken, seedsBroken]) expect(law(run)).toBeDefined();
    expect(momentsBroken(turned)?.because?.id).toBe('wrong-shape');
  });

  it('should accept lists of numbers', () => {
    const list: Run = ({ seed }) => {
      const random = new Random(Number(seed));
      return Array.from({ length: 300 }, () => random.number(0, 1));
    };
    const law = lawNamed(standardLaws, 'range');
    const parameters = { seed: 'seed', draws: 2, low: 0, high: 1 };
    expect(violationOf(law, { inputs: fan, parameters, expected: list(fan), run: list })).toBeUndefined();
    expect(violationOf(law, { inputs: fan, parameters, expected: list(fan), run: () => [0, 1] })?.because?.id).toBe(
      'wrong-length',
    );
  });
});
