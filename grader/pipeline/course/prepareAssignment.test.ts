import type * as tf from '../../precision/tfjs';
import type { Assignment, Case } from '../types';
import { TensorValue } from '../../execution/values';
import { fixedCase, gradient, reference, tensor, type ExerciseSpec, type Inputs } from './spec';
import { prepareAssignment } from './prepareAssignment';
import { double, spec, casesOf } from './testing/doubled';

const prepare = (seeds: { public: string; hidden: string | undefined }): Promise<Assignment> =>
  prepareAssignment(spec, seeds, 'hash');

const inputs = (one: Case | undefined): number[] => {
  const [x] = one?.calls[0] ?? [];
  return x instanceof TensorValue ? Array.from(x.values) : [];
};

const find = (assignment: Assignment, id: string, exercise = 0): Case | undefined =>
  casesOf(assignment, exercise).find((one) => one.id === id);

describe('prepareAssignment', () => {
  let open: Assignment;
  let full: Assignment;
  beforeAll(async () => {
    open = await prepare({ public: 'p', hidden: undefined });
    full = await prepare({ public: 'p', hidden: 'h' });
  });

  it('should draw only public cases without a hidden seed', () => {
    expect(open).toMatchObject({ id: '01-twice', scope: 'public', optional: false, specHash: 'hash' });
    expect(casesOf(open).map(({ id }) => id)).toEqual(['public/by-hand', 'public/random', 'public/tiny']);
  });

  it('should draw the same public cases together with hidden ones', () => {
    expect(full.scope).toBe('full');
    expect(casesOf(full).map(({ id }) => id)).toEqual([
      'public/by-hand',
      'public/random',
      'hidden/random',
      'hidden/random-2',
      'public/tiny',
    ]);
    expect(inputs(find(full, 'public/random'))).toEqual(inputs(find(open, 'public/random')));
  });

  it('should draw the same from the same seed, and differ with seed, exercise, visibility and copy', async () => {
    expect(inputs(find(await prepare({ public: 'p', hidden: 'h' }), 'hidden/random'))).toEqual(
      inputs(find(full, 'hidden/random')),
    );
    const drawn = [
      inputs(find(full, 'public/random')),
      inputs(find(full, 'hidden/random')),
      inputs(find(full, 'hidden/random-2')),
      inputs(find(full, 'public/random', 1)),
      inputs(find(await prepare({ public: 'p', hidden: 'h2' }), 'hidden/random')),
      // The same text as seed gives different hidden and public cases.
      inputs(find(await prepare({ public: 'p', hidden: 'p' }), 'hidden/random')),
    ];
    expect(new Set(drawn.map(String)).size).toBe(drawn.length);
  });

  it('should run the reference and use the largest number as the scale', () => {
    // 2·(1, −500); the largest magnitude of inputs and results is 1000.
    expect(find(open, 'public/by-hand')).toMatchObject({
      expected: { status: 'returned', values: [tensor([2, -1000])] },
      scale: 1000,
    });
    expect(find(open, 'public/tiny')?.scale).toBeUndefined();
  });

  it('should run checks on the cases that they name, otherwise on all that are not reserved', () => {
    expect(full.exercises[0]?.checks).toMatchObject([
      { id: 'double.result', cases: ['public/by-hand', 'public/random', 'hidden/random', 'hidden/random-2'] },
      { id: 'double.tiny', cases: ['public/tiny'] },
    ]);
  });

  it('should run mistakes, and a neighbour’s through exercises built on it', () => {
    const [own] = open.exercises[0]?.mistakes ?? [];
    const [carried] = open.exercises[1]?.mistakes ?? [];
    // x² of (1, −500), and squared twice
    expect(own).toMatchObject({ id: 'squared', carriedFrom: undefined });
    expect(own?.outcomes.get('public/by-hand')).toMatchObject({ values: [tensor([1, 250_000])] });
    expect(carried).toMatchObject({ id: 'squared', hints: ['where', 'why', 'what'], carriedFrom: 'double' });
    expect(carried?.outcomes.get('public/by-hand')).toMatchObject({ values: [tensor([1, 6.25e10])] });
  });

  it('should await the reference and the mistakes of an async exercise', async () => {
    const later = (factor: number) => (x: tf.Tensor) => Promise.resolve(x.mul(factor));
    const awaited = {
      ...double,
      async: true,
      reference: later(2),
      mistakes: [{ id: 'squared', make: () => later(3) }],
    } as const;
    const { exercises } = await prepareAssignment({ ...spec, exercises: [awaited] }, { public: 'p', hidden: 'h' }, '');
    expect(exercises[0]).toMatchObject({ async: true, losses: undefined });
    const [one] = exercises[0]?.cases ?? [];
    expect(one?.expected).toMatchObject({ values: [tensor([2, -1000])] });
    expect(exercises[0]?.mistakes[0]?.outcomes.get('public/by-hand')).toMatchObject({ values: [tensor([3, -1500])] });
    expect(exercises[0]?.mistakes[0]?.outcomes.get('hidden/random-2')).toBeDefined();
  });

  it('should include hints in every language of the assignment, also for carried mistakes', async () => {
    const translations = { zh: { double: { squared: ['哪里', '为何', '什么'] as const } } };
    const seeds = { public: 'p', hidden: undefined };
    const { exercises } = await prepareAssignment({ ...spec, translations }, seeds, '');
    expect(exercises.flatMap(({ mistakes }) => mistakes)).toMatchObject([
      { id: 'squared', carriedFrom: undefined, translations: { zh: ['哪里', '为何', '什么'] } },
      { id: 'squared', carriedFrom: 'double', translations: { zh: ['哪里', '为何', '什么'] } },
    ]);
    const untranslated = await prepareAssignment({ ...spec, translations: { zh: {} } }, seeds, '');
    expect(untranslated.exercises[0]?.mistakes[0]?.translations).toBeUndefined();
  });

  it('should include translated labels of cases and checks', async () => {
    const labels = { zh: { cases: { 'it is done by hand': '手算' }, checks: { tiny: '极小的值' } } };
    const { exercises } = await prepareAssignment({ ...spec, labels }, { public: 'p', hidden: undefined }, '');
    const [{ cases = [], checks = [] } = {}] = exercises;
    expect(cases.map(({ label, translations }) => [label, translations])).toContainEqual([
      'it is done by hand',
      { zh: '手算' },
    ]);
    expect(checks).toMatchObject([
      { translations: undefined },
      { id: 'double.tiny', translations: { zh: '极小的值' } },
    ]);
  });

  it.each<[Partial<ExerciseSpec>, string]>([
    [{ cases: [fixedCase('a', { y: 1 })] }, 'double: case a gives y, which is not a parameter; parameters: x'],
    [{ cases: [fixedCase('a', [undefined as unknown as Inputs])] }, 'double: case a gives no arguments; write { x }'],
    [{ cases: [fixedCase('a', {})] }, 'double: case a does not give x'],
    [
      { checks: [reference(undefined, { points: 1, on: ['b'] })] },
      'double.result runs on case b, which does not exist',
    ],
    [
      { checks: [gradient({ points: 1, loss: 'l', gradient: 'g', of: 'w' })] },
      'double.gradient refers to w, which is not a parameter of double',
    ],
    [
      { mistakes: [{ id: 'new', make: () => () => 1 }] },
      'double: the mistake new has no hints; write three in solutions/',
    ],
    [{ buildsOn: { triple: () => () => 1 } }, 'double builds on triple, which is not an exercise of the file'],
    [
      {
        reference: () => {
          throw new TypeError('oh');
        },
      },
      'double: the reference fails on case public/by-hand: TypeError: oh',
    ],
    [
      { reference: (x: tf.Tensor) => Promise.resolve(x.mul(2)) },
      'double: on case public/by-hand the reference returns a promise: say `async: true` in its spec',
    ],
    [{ async: true }, 'double: on case public/by-hand the reference returns no promise: leave out `async` in its spec'],
    [
      { async: true, checks: [gradient({ points: 1, loss: 'l', gradient: 'g', of: 'x' })] },
      'double is async, and double.gradient differentiates it: ask for the gradient by a reference check',
    ],
    [{ async: true, buildsOn: { double: () => () => 1 } }, 'double is async, and builds on double: leave out buildsOn'],
  ])('should refuse a spec that contradicts itself: %j', async (changes, message) => {
    const broken = { ...spec, exercises: [{ ...double, ...changes }] };
    await expect(prepareAssignment(broken, { public: 'p', hidden: undefined }, '')).rejects.toThrow(message);
  });
  it.each([
    [{ double: { nwe: ['a', 'b', 'c'] } }, '.yaml, or rename nwe there'],
    [{ duoble: { new: ['a', 'b', 'c'] } }, '.yaml, or rename duoble there'],
  ] as const)('should name similar hints of no mistake: %j', async (hints, message) => {
    const exercises = [{ ...double, mistakes: [{ id: 'new', make: () => () => 1 }] }];
    await expect(
      prepareAssignment({ ...spec, exercises, hints }, { public: 'p', hidden: undefined }, ''),
    ).rejects.toThrow(message);
  });
});
