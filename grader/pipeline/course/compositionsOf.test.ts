import type { Outcome } from '../types';
import { compositionsOf } from './compositionsOf';
import { defineAssignment, defineExercise, fixedCase, reference } from './spec';
import { returned } from '../checks/testing';

/** Never comes to its end where it is asked for more than it has. */
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
// What ends is given all the time that it needs, on any machine, and what does not is ended soon.
const patient = compositionsOf(authored as never, 600);
const hurried = compositionsOf(authored as never, 0.05);
const eight = { kind: 'calls', calls: [[8]] } as const;
const three = { kind: 'calls', calls: [[3]] } as const;

describe('compositionsOf', () => {
  it('should end a reference that does not end by itself with other arguments', () => {
    expect(patient.references.get('depth')?.(eight)).toMatchObject({ status: 'returned', values: [3] });
    expect(hurried.references.get('depth')?.(three)).toEqual({ status: 'timeout', seconds: 0.05 });
    expect(patient.references.get('depth')?.(eight)).toMatchObject({ status: 'returned', values: [3] });
  });

  it("should say nothing of a neighbour's answers with which it does not end", () => {
    const compose = ({ onNeighbours }: typeof patient, size: number): Outcome | undefined =>
      onNeighbours.get('depth')?.get('size')?.(eight, () => returned(size));
    expect(compose(patient, 4)).toMatchObject({ status: 'returned', values: [2] });
    expect(compose(hurried, 3)).toBeUndefined();
  });

  it('should call no function whose answer no one would wait for', () => {
    expect([...patient.references.keys()]).toEqual(['size', 'depth']);
  });
});
