import { TensorValue } from '../execution/values';
import { callback, property, sign, tensor } from './author';

const w = tensor([1, 2]);

/** Specs that do not compile, and their errors at run time without tsc. */
const refused: readonly (readonly [what: string, make: () => unknown, message: string | RegExp])[] = [
  [
    'a misspelt law',
    // @ts-expect-error -- unknown law
    () => property('rowSumTo', { points: 1, sum: 0 }),
    'there is no law named rowSumTo; did you mean rowsSumTo?',
  ],
  // @ts-expect-error -- a law of this course, misspelt
  ['a misspelt law of the course', () => property('splitSize', { points: 1 }), 'there is no law named splitSize'],
  [
    'a misspelt parameter of a law',
    // @ts-expect-error -- sum is misspelt
    () => property('rowsSumTo', { points: 1, summ: 0 }),
    'the law rowsSumTo has no parameter summ; did you mean sum?',
  ],
  // @ts-expect-error -- sum is missing
  ['a missing parameter of a law', () => property('rowsSumTo', { points: 1 }), 'does not take these parameters: sum'],
  [
    'a parameter of a law that takes none',
    // @ts-expect-error -- no parameters allowed
    () => property('sameAgain', { points: 1, sum: 0 }),
    'the law sameAgain has no parameter sum; leave it out',
  ],
  [
    'an unknown transform',
    // @ts-expect-error -- unknown transform
    () => property('unchangedUnder', { points: 1, transform: 'rotate', argument: 'x' }),
    'transform: Invalid option',
  ],
  [
    'a sign whose parameter is of another type',
    // @ts-expect-error -- a share is a number
    () => sign('classifiesAtLeast', { share: 'all' }),
    'share: Invalid input',
  ],
  [
    'a misspelt callback',
    // @ts-expect-error -- unknown callback
    () => callback('powerOfSums', { weights: w, power: 2 }),
    'there is no callback named powerOfSums; did you mean powerOfSum?',
  ],
  [
    'a misspelt parameter of a callback',
    // @ts-expect-error -- power is misspelt
    () => callback('powerOfSum', { weights: w, powr: 2 }),
    'powerOfSum has no parameter powr',
  ],
  [
    'a missing parameter of a callback',
    // @ts-expect-error -- power is missing
    () => callback('powerOfSum', { weights: w }),
    "powerOfSum can't take its parameter power",
  ],
  [
    'a parameter of another type',
    // @ts-expect-error -- must be a number
    () => callback('powerOfSum', { weights: w, power: '2' }),
    "powerOfSum can't take its parameter power",
  ],
];

describe('laws and callbacks in specs', () => {
  it.each(refused)('should refuse %s', (_what, make, message) => {
    expect(make).toThrow(message);
  });

  it('should accept the laws and callbacks of the course, with their parameters', () => {
    const check = property('rowsSumTo', { points: 0.5, field: 'dw', sum: 0, on: ['by-hand'] });
    expect(check).toMatchObject({ kind: 'property', id: 'rowsSumTo', points: 0.5, on: ['by-hand'] });
    const nothing = { argument: () => 0, about: undefined };
    expect(check.resolve(nothing)).toMatchObject({ law: { name: 'rowsSumTo' }, parameters: { field: 'dw', sum: 0 } });
    const sizes = property('splitSizes', { points: 1, id: 'sizes' });
    expect([sizes.id, sizes.resolve(nothing)]).toMatchObject([
      'sizes',
      { law: { name: 'splitSizes' }, parameters: {} },
    ]);
    expect(sign('classifiesAtLeast', { share: 0.5 })).toMatchObject({ law: { name: 'classifiesAtLeast' } });
    expect(callback('leastSquares')).toMatchObject({ name: 'leastSquares', parameters: {} });
    // Optional fields are omitted.
    expect(callback('squaredDistanceTo', { center: w }).parameters.center).toBeInstanceOf(TensorValue);
  });
});
