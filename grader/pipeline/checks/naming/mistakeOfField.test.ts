import type { KnownMistake, Visibility } from '../../types';
import { mistakeOfField } from './mistakeOfField';
import { caseOf, exerciseOf, referenceOf, returned } from '../testing';

/** A step and its state on three cases: the state is 0.5, 1.5, 2.5, and the step twice that. */
const ids = ['0', '1', '2'];
type Result = { readonly w: number; readonly state: number };
const right = (id: string): Result => ({ w: 2 * (Number(id) + 0.5), state: Number(id) + 0.5 });

function mistake(id: string, make: (due: Result) => Result): KnownMistake {
  const outcomes = new Map(ids.map((one) => [one, returned(make(right(one)))]));
  return { id, hints: ['where', 'why', 'what'], carriedFrom: undefined, outcomes };
}

const lateState = mistake('late-state', ({ w, state }) => ({ w: w - 0.25, state: state - 0.125 }));
const halfStep = mistake('half-step', ({ w, state }) => ({ w: w / 2, state }));

function named(make: (due: Result) => Result, mistakes = [lateState, halfStep], visibility: Visibility = 'public') {
  const exercise = exerciseOf({
    cases: ids.map((id) => caseOf(id, [Number(id)], right(id), { visibility })),
    checks: [referenceOf('w', ids), referenceOf('state', ids)],
    mistakes,
  });
  return mistakeOfField(exercise, new Map(ids.map((id) => [id, returned(make(right(id)))])))?.id;
}

describe('mistakeOfField', () => {
  it('should name the mistake in the state if the step computed from it is also wrong in another way', () => {
    expect(named(({ w, state }) => ({ w: Math.sqrt(w), state: state - 0.125 }))).toBe('late-state');
    expect(named(({ w, state }) => ({ w: w / 2, state: state ** 3 }))).toBe('half-step');
  });

  it('should name none if no field matches a mistake on all cases', () => {
    expect(named(({ w, state }) => ({ w: Math.sqrt(w), state: state === 0.5 ? 0.375 : state }))).toBeUndefined();
    expect(named(({ w, state }) => ({ w: Math.sqrt(w), state }))).toBeUndefined();
  });

  it('should name none if two mistakes produce the same field', () => {
    const twin = mistake('twin', ({ w, state }) => ({ w: w + 1, state: state - 0.125 }));
    expect(named(({ w, state }) => ({ w: Math.sqrt(w), state: state - 0.125 }), [lateState, twin])).toBeUndefined();
  });

  it('should name none for whole numbers, which coincide by chance', () => {
    const whole = mistake('whole', ({ w }) => ({ w, state: 7 }));
    expect(named(({ w }) => ({ w: Math.sqrt(w), state: 7 }), [whole])).toBeUndefined();
  });

  it('should not depend on hidden cases', () => {
    expect(named(({ w, state }) => ({ w: Math.sqrt(w), state: state - 0.125 }), [lateState], 'hidden')).toBeUndefined();
  });
});
