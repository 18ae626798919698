import type { KnownMistake, Visibility } from '../../types';
import { nameMistake } from './nameMistake';
import { caseOf, exerciseOf, referenceOf, returned, threw } from '../testing';

const ids = ['0', '1', '2', '3', '4', '5'];

/** Returns `wrong` where given, otherwise the expected 0 to 5. */
function mistake(id: string, wrong: Readonly<Record<string, number>>): KnownMistake {
  const outcomes = new Map(ids.map((one) => [one, returned(wrong[one] ?? Number(one))]));
  return { id, hints: ['where', 'why', 'what'], carriedFrom: undefined, outcomes };
}

const offset = mistake('offset', { 0: 10.5, 1: 11.5, 2: 19.5, 3: 13.5, 4: 44.5 });

function named(got: readonly (number | undefined)[], mistakes = [offset], visibility: Visibility = 'public') {
  const exercise = exerciseOf({
    cases: ids.map((id) => caseOf(id, [Number(id)], Number(id), { visibility: id === '0' ? visibility : 'public' })),
    checks: [referenceOf(undefined, ids)],
    mistakes,
  });
  const outcomes = got.map((value, id) => [String(id), value === undefined ? threw() : returned(value)] as const);
  return nameMistake(exercise, new Map(outcomes), [])?.id;
}

describe('a known mistake that handles one edge differently', () => {
  it.each([
    ['is right there', [10.5, 11.5, 19.5, 13.5, 4, 5]],
    ['is wrong there in its own way', [10.5, 11.5, 19.5, 13.5, 99, 5]],
    ['throws there', [10.5, 11.5, 19.5, 13.5, undefined, 5]],
    ['is wrong where the mistake is right', [10.5, 11.5, 19.5, 13.5, 44.5, 99]],
  ])('should be named if it %s', (_what, got) => {
    expect(named(got)).toBe('offset');
  });

  it('should not be named if two cases contradict it or fewer than four support it', () => {
    expect(named([10.5, 11.5, 19.5, 3, 4, 5])).toBeUndefined();
    expect(named([10.5, 11.5, 19.5, 13.5, 99, 99])).toBeUndefined();
  });

  it('should not be named if another fits as well', () => {
    const twin = mistake('twin', { 0: 10.5, 1: 11.5, 2: 19.5, 3: 13.5, 4: 45.5 });
    expect(named([10.5, 11.5, 19.5, 13.5, 99, 5], [offset, twin])).toBeUndefined();
    expect(named([10.5, 11.5, 19.5, 13.5, 45.5, 5], [offset, twin])).toBe('twin');
  });

  it('should not be named for whole numbers, or for those of the arguments', () => {
    const counts = mistake('counts', { 0: 10, 1: 11, 2: 19, 3: 13, 4: 44 });
    expect(named([10, 11, 19, 13, 4, 5], [counts])).toBeUndefined();
    expect(named([10, 11, 19, 13, 44, 5], [counts])).toBe('counts');
  });

  it('should not be named if everything throws', () => {
    const lost = { ...offset, outcomes: new Map(ids.map((id) => [id, id === '0' ? returned(0) : threw()])) };
    expect(
      named(
        ids.map(() => undefined),
        [lost],
      ),
    ).toBeUndefined();
  });

  it('should depend only on public cases', () => {
    expect(named([10.5, 11.5, 19.5, 13.5, 4, 5], [offset], 'hidden')).toBeUndefined();
  });
});
