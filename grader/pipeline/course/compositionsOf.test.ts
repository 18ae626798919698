import type { Outcome } from '../types';
import { compositionsOf } from './compositionsOf';
import { defineAssignment, defineExercise, fixedCase, reference } from './spec';
import { returned } from '../checks/testing';

/** Never terminates if asked for more than it has. */
const halvings = (x: number): number => {
  let count = 0;
  while (x !== 1) [x, count] = [x / 2, count + 1];
  return count;
};
const base = {
  arguments: ['x'],
  cases: [fixedCase('by-hand', { x: 8 })],
  checks: [reference(undefined, { points: 10 })],
  mistakes: [],
  alternatives: {},
  witnesses: [],
  forbidden: [],
};
const size = defineExercise({ ...base, name: 'size', reference: (x: number) => x });
const depth = defineExercise({
  ...base,
  name: 'depth',
  reference: halvings,
  buildsOn: { size: (run) => (x: number) => halvings(run(x) as number) },
});
const later = defineExercise({ ...base, name: 'later', reference: (x: number) => Promise.resolve(x), async: true });
const authored = defineAssignment({
  id: '01-trees',
  title: 'Trees',
  file: 'trees.ts',
  exercises: [size, depth, later],
});
// A function that terminates gets unlimited time, on any machine; one that doesn't is interrupted soon.
const patient = compositionsOf(authored as never, 600);
const hurried = compositionsOf(authored as never, 0.05);
const eight = { kind: 'calls', calls: [[8]] } as const;
const three = { kind: 'calls', calls: [[3]] } as const;

describe('compositionsOf', () => {
  it('should interrupt a reference that does not terminate for other arguments', () => {
    expect(patient.references.get('depth')?.(eight)).toMatchObject({ status: 'returned', values: [3] });
    expect(hurried.references.get('depth')?.(three)).toEqual({ status: 'timeout', seconds: 0.05 });
    expect(patient.references.get('depth')?.(eight)).toMatchObject({ status: 'returned', values: [3] });
  });

  it("should return nothing for neighbours' answers on which it does not terminate", () => {
    const compose = ({ onNeighbours }: typeof patient, size: number): Outcome | undefined =>
      onNeighbours.get('depth')?.get('size')?.(eight, () => returned(size));
    expect(compose(patient, 4)).toMatchObject({ status: 'returned', values: [2] });
    expect(compose(hurried, 3)).toBeUndefined();
  });

  it('should not call async functions', () => {
    expect([...patient.references.keys()]).toEqual(['size', 'depth']);
  });
});
