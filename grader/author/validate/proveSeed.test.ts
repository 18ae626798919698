import type { Tensor1D } from '@tensorflow/tfjs';
import { fixedCase, randomCase, reference, tensor, type ExerciseSpec } from '../../pipeline/course/spec';
import { proveMargins } from './proveMargins';
import { proveSeed } from './proveSeed';
import { fairExercise, seeds, wrapInTidy, tinySpec, weigh } from './testing/tinySpec';

const prove = (change: Partial<ExerciseSpec> = {}) =>
  proveSeed(tinySpec(change), { number: 7, seeds, thorough: true, repeated: true, costly: false });
const told = async (change: Partial<ExerciseSpec>) =>
  (await prove(change)).failures.map(({ claim, what }) => `${claim}: ${what}`);

const [halfGradient, noFactor] = fairExercise.mistakes;
if (halfGradient === undefined || noFactor === undefined) throw new Error('the fair exercise has two mistakes');
/** With other factors, like a different implementation. */
const scaled = (inLoss: number, inGradient: number) =>
  wrapInTidy((x, factor) => ({ loss: weigh(x, factor * inLoss).loss, dx: weigh(x, factor * inGradient).dx }));

describe('proveSeed', () => {
  it('should find nothing when the exercise is fair', async () => {
    const { failures, figures } = await prove();
    expect(failures).toEqual([]);
    expect(proveMargins(figures)).toEqual([]);
    expect(figures[0]?.gradient?.value).toBeLessThan(1e-8);
    expect(figures[0]?.mildestMistake.value).toBeGreaterThan(1e6);
  });

  it('should only run costly exercises, or only the others', async () => {
    const spec = tinySpec({ costly: 'it takes long' });
    const asked = async (costly: boolean) =>
      (await proveSeed(spec, { number: 1, seeds, thorough: true, repeated: true, costly })).figures;
    expect([await asked(false), await asked(true)]).toMatchObject([[], [{ exercise: 'weigh' }]]);
  });

  it('should report the seed of a failure', async () => {
    expect((await prove({ alternatives: { doubled: scaled(2, 2) } })).failures[0]?.seeds).toEqual([7]);
  });

  it('should report an alternative that fails', async () => {
    expect(await told({ alternatives: { doubled: scaled(2, 2) } })).toEqual([
      'alternatives: the alternative "doubled" is meant to be right but loses points by weigh.loss, weigh.dx, weigh.gradient, weigh.inputs, weigh.leak',
    ]);
  });

  it('should report an alternative that fails the gradient check alone', async () => {
    const checks = fairExercise.checks.filter(({ id }) => id !== 'dx');
    expect(
      await told({
        checks,
        mistakes: [noFactor, { id: 'half-gradient', make: () => scaled(3, 1) }],
        alternatives: { half: scaled(1, 0.5) },
      }),
    ).toEqual(['alternatives: the alternative "half" is meant to be right but loses points by weigh.gradient']);
  });

  it('should report a mistake that loses no points, on all cases and on the public ones', async () => {
    const harmless = { id: 'half-gradient', make: () => weigh };
    expect(await told({ mistakes: [noFactor, harmless] })).toEqual([
      'mistakes: the mistake half-gradient loses no points on the public cases alone',
      'mistakes: the mistake half-gradient loses no points on all cases',
    ]);
  });

  it('should report two mistakes that look alike', async () => {
    const twin = { id: 'half-gradient', make: noFactor.make };
    expect(await told({ mistakes: [noFactor, twin] })).toEqual([
      'mistakes: the mistake half-gradient is taken for no-factor on the public cases alone',
      'mistakes: the mistake half-gradient is taken for no-factor on all cases',
    ]);
  });

  it('should report mistakes that only hidden cases distinguish', async () => {
    // Both ignore the factor; on the public cases it is 3, so 3·loss is right for one of them too.
    const cases = [
      fixedCase('by-hand', { x: tensor([1, 2]), factor: 3 }),
      ...fairExercise.cases.slice(1).map((one) => ({ ...one, copies: { public: 0, hidden: 1 } })),
    ];
    const fixed = { id: 'half-gradient', make: () => (x: Tensor1D) => weigh(x, 6) };
    const doubled = { id: 'no-factor', make: () => scaled(2, 2) };
    expect(await told({ cases, mistakes: [fixed, doubled] })).toEqual([
      'mistakes: the mistake no-factor is taken for half-gradient on the public cases alone',
    ]);
  });

  it('should report a witness that disagrees, and one that computes nothing', async () => {
    const compute = (x: Tensor1D, factor: number) => ({ dx: x.mul(factor) });
    const witnesses = [
      { name: 'wrong', compute, on: ['by-hand'] },
      { name: 'nowhere', compute, on: ['none'] },
      { name: 'idle', compute: () => ({}), on: ['by-hand'] },
    ];
    expect(await told({ witnesses })).toEqual([
      'witnesses: the witness wrong disagrees with the solution on by-hand',
      'witnesses: the witness nowhere is asked on no case',
      'witnesses: the witness idle disagrees with the solution on by-hand',
    ]);
  });

  it('should report points that zeros earn', async () => {
    const cases = [fixedCase('by-hand', { x: tensor([0, 0]), factor: 3 })];
    const failures = await told({ cases });
    expect(failures).toContainEqual(
      expect.stringMatching(/^empty: zeros for an answer earns \d.* points by weigh\.loss, weigh\.dx/),
    );
  });

  it('should prove an exercise with string answers, for which empty strings earn nothing', async () => {
    const verdict = (rate: number): string => (rate >= 2 ? 'diverges' : rate > 1 ? 'oscillates' : 'converges');
    const words: ExerciseSpec = {
      ...fairExercise,
      name: 'verdictOf',
      arguments: ['rate'],
      reference: verdict,
      cases: [
        fixedCase('by-hand', { rate: 2.5 }),
        randomCase('small', (random) => ({ rate: random.number(0.1, 0.9) })),
        randomCase('middle', (random) => ({ rate: random.number(1.1, 1.9) })),
        randomCase('large', (random) => ({ rate: random.number(2.1, 4) })),
      ],
      checks: [reference(undefined, { points: 10 })],
      mistakes: [{ id: 'no-oscillation', make: () => (rate: number) => (rate >= 2 ? 'diverges' : 'converges') }],
      alternatives: {},
      witnesses: [],
    };
    const hints = { verdictOf: { 'no-oscillation': ['a', 'b', 'c'] } } as const;
    const spec = { ...tinySpec({}, hints), exercises: [words] };
    const task = { number: 1, seeds, thorough: true, repeated: true, costly: false };
    expect((await proveSeed(spec, task)).failures).toEqual([]);
  });

  it('should report points that an echoed argument earns', async () => {
    const change = {
      reference: (x: Tensor1D) => x.clone(),
      checks: [reference(undefined, { points: 10 })],
      mistakes: [],
      alternatives: {},
      witnesses: [],
    };
    expect(await told(change)).toContain(
      'empty: the argument x, handed back, for an answer earns 10 points by weigh.result',
    );
  });

  it("should report a solution whose gradient is not its loss's", async () => {
    const wrong = scaled(1, 1.0001);
    const failures = await told({ reference: wrong, alternatives: {}, witnesses: [], mistakes: [] });
    expect(failures).toContainEqual(
      expect.stringMatching(/^solution: the solution earns 8 of 10, it loses points by weigh\.gradient/),
    );
    expect(failures).toContainEqual(expect.stringMatching(/^gradients: .* by weigh\.gradient on by-hand$/));
  });

  it('should report a submission whose result changes from run to run', async () => {
    const random = { id: 'no-factor', make: () => (x: Tensor1D) => weigh(x, Math.random()) };
    const failures = await told({ mistakes: [random, halfGradient] });
    expect(failures).toContain('repeatable: the same submission has another result on a second run');
    expect(failures).toContain(
      'repeatable: the same submission has another result with the exercises in another order',
    );
  });

  it('should report a spec that can not be used', async () => {
    const reference = (): never => {
      throw new Error('no');
    };
    expect(await told({ reference })).toEqual([
      'prepares: weigh: the reference fails on case public/by-hand: Error: no',
    ]);
  });
});

describe('proveMargins', () => {
  it('should report a right answer near the bound and a mistake near it', async () => {
    // 1e-6 relative is a thousand bounds in the gradient; 2e-11 is a fiftieth of one.
    const near = (error: number) =>
      wrapInTidy((x, factor) => ({ ...weigh(x, factor), dx: weigh(x, factor).dx.mul(1 + error) }));
    const { figures } = await prove({
      alternatives: { rough: near(4e-11) },
      mistakes: [{ id: 'no-factor', make: () => near(1e-8) }],
    });
    expect(proveMargins(figures).map(({ what }) => what)).toEqual([
      'a right answer comes within a hundredth of the bound',
      'the mistake no-factor stays within a hundred times the bound on the public cases',
    ]);
  });
});
