import type * as tf from '../../../precision/tfjs';
import type { Assignment, Case } from '../../types';
import {
  defineAssignment,
  defineExercise,
  fixedCase,
  randomCase,
  reference,
  tensor,
  type AssignmentSpec,
} from '../spec';

export const double = defineExercise({
  name: 'double',
  arguments: ['x'],
  reference: (x: tf.Tensor) => x.mul(2),
  cases: [
    fixedCase('by-hand', { x: tensor([1, -500]) }, { label: 'it is done by hand' }),
    randomCase('random', (random) => ({ x: random.normal([2]) }), { copies: { public: 1, hidden: 2 } }),
    randomCase('tiny', (random) => ({ x: random.normal([2], { scale: 1e-9 }) }), {
      small: true,
      reserved: true,
      copies: { public: 1, hidden: 0 },
    }),
  ],
  checks: [reference(undefined, { points: 9 }), reference(undefined, { id: 'tiny', points: 1, on: ['tiny'] })],
  mistakes: [{ id: 'squared', make: () => (x) => x.square() }],
  alternatives: {},
  witnesses: [],
  forbidden: [],
});

export const quadruple = defineExercise({
  ...double,
  name: 'quadruple',
  reference: (x: tf.Tensor) => x.mul(4),
  mistakes: [],
  buildsOn: { double: (run) => (x: tf.Tensor) => run(run(x)) as tf.Tensor },
});

export const hints = { double: { squared: ['where', 'why', 'what'] as const } };

export const authored = defineAssignment({
  id: '01-twice',
  title: 'Twice',
  file: 'twice.ts',
  exercises: [double, quadruple],
});

export const spec: AssignmentSpec = { ...authored, hints };

export const casesOf = (assignment: Assignment, exercise = 0): readonly Case[] =>
  assignment.exercises[exercise]?.cases ?? [];
