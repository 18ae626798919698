import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import { property } from '../../../curriculum/author';
import { defineLaw } from '../../../pipeline/checks/laws';
import { fixedCase, randomCase, reference, specParts, tensor } from '../../../pipeline/course/spec';
import * as tf from '../../../precision/tfjs';
import { sabotagedFiles, type Sabotage } from './sabotagedFiles';
import { fairExercise, wrapInTidy, weigh } from './tinySpec';

const [first, random, weightless] = fairExercise.cases;
const [halfGradient, noFactor] = fairExercise.mistakes;
const { dot, loop } = fairExercise.alternatives;
if (!first || !random || !weightless || !halfGradient || !noFactor || !dot || !loop)
  throw new Error('the fair exercise has three cases, two mistakes and two alternatives');
const [ofLoss, ofDx, ...others] = fairExercise.checks;
if (!ofLoss || !ofDx) throw new Error('the fair exercise checks the loss and dx');

/** A comparison with NaN, say. */
const always = specParts({
  laws: [
    defineLaw({ name: 'always', says: { en: () => 'all is well', zh: () => '一切正常' }, violation: () => undefined }),
  ],
  callbacks: [],
});

export const sabotages: readonly Sabotage[] = [
  {
    what: 'a bound a million times too wide',
    claim: 'margins',
    change: {
      checks: [reference('loss', { points: 4, comparison: { rule: 'relative', bound: 1e-3 } }), ofDx, ...others],
    },
  },
  {
    what: 'a bound that a known mistake stays within',
    claim: 'margins',
    change: {
      checks: [reference('loss', { points: 4, comparison: { rule: 'relative', bound: 1e3 } }), ofDx, ...others],
    },
  },
  {
    what: 'an alternative that is the solution',
    claim: 'alternatives',
    change: { alternatives: { same: weigh, dot, loop } },
  },
  {
    what: 'an alternative that calls the solution',
    claim: 'alternatives',
    change: { alternatives: { wrapped: (x: Tensor1D, factor: number) => weigh(x, factor), dot, loop } },
  },
  { what: 'one alternative under two names', claim: 'alternatives', change: { alternatives: { dot, again: dot } } },
  {
    what: 'a witness of a field that does not exist',
    claim: 'witnesses',
    change: {
      witnesses: [
        {
          name: 'misspelt',
          compute: (x: Tensor1D, factor: number) => ({ ...weigh(x, factor), dX: x.mul(2 * factor) }),
        },
      ],
    },
  },
  {
    what: 'no hidden case',
    claim: 'drawn',
    change: { cases: [first, { ...random, copies: { public: 1, hidden: 0 } }, weightless] },
  },
  {
    what: 'a check without a public case',
    claim: 'cases',
    change: {
      checks: [...fairExercise.checks, reference('dx', { id: 'unseen', points: 0.5, on: ['only-hidden'] })],
      cases: [
        ...fairExercise.cases,
        randomCase('only-hidden', (draw) => ({ x: draw.normal([5]), factor: 2 }), { copies: { public: 0, hidden: 2 } }),
      ],
    },
  },
  { what: 'the same check twice', claim: 'ids', change: { checks: [ofLoss, ...fairExercise.checks] } },
  { what: 'the same case twice', claim: 'ids', change: { cases: [first, ...fairExercise.cases] } },
  { what: 'the same exercise twice', claim: 'ids', twice: true },
  {
    what: 'cases that ask the same',
    claim: 'cases',
    change: { cases: [...fairExercise.cases, fixedCase('again', { x: tensor([1, 2]), factor: 3 })] },
  },
  {
    what: 'cases of one size',
    claim: 'cases',
    change: { cases: [first, randomCase('random', (draw) => ({ x: draw.normal([2]), factor: draw.number(1.5, 3) }))] },
  },
  {
    what: 'random cases that are not random',
    claim: 'drawn',
    change: { cases: [first, randomCase('random', () => ({ x: tensor([1, 2, 3]), factor: 2 })), weightless] },
  },
  {
    what: 'drawn cases whose answers are not',
    claim: 'drawn',
    change: { cases: [first, randomCase('random', (draw) => ({ x: draw.normal([3]), factor: 0 })), weightless] },
  },
  { what: 'an empty ban list', claim: 'bans', change: { forbidden: [] } },
  {
    what: 'a mistake that is right',
    claim: 'mistakes',
    change: { mistakes: [halfGradient, { id: 'no-factor', make: () => wrapInTidy((x, factor) => weigh(x, factor)) }] },
  },
  { what: 'points that do not sum up', claim: 'points', change: { checks: [ofDx, ...others] } },
  {
    what: 'a mistake without hints',
    claim: 'hints',
    change: { mistakes: [halfGradient, noFactor, { ...noFactor, id: 'no-hints' }] },
  },
  {
    what: 'a mistake that stands twice under two names',
    claim: 'mistakes',
    change: { mistakes: [halfGradient, noFactor, { ...noFactor, id: 'weightless' }] },
    hints: { weightless: ['Look at the weight.', 'Is it used?', 'No weight is there.'] },
  },
  {
    what: 'a mistake that differs from another in a field that no check reads',
    claim: 'mistakes',
    change: {
      mistakes: [
        halfGradient,
        noFactor,
        { id: 'more', make: () => (x: Tensor1D) => ({ ...weigh(x, 1), unread: tf.scalar(7) }) },
      ],
    },
    hints: { more: ['Look at the weight.', 'Is it used?', 'No weight is there.'] },
  },
  {
    what: 'a law whose parameters change nothing',
    claim: 'laws',
    change: {
      checks: [ofLoss, ofDx, property('scalesWith', { points: 1, argument: 'x', factor: 1, power: 1 }), ...others],
    },
  },
  {
    what: 'a law that no answer breaks',
    claim: 'laws',
    change: { checks: [ofLoss, ofDx, always.property('always', { points: 1 }), ...others] },
  },
  {
    what: 'a law of a field that does not exist',
    claim: 'solution',
    change: {
      checks: [
        ofLoss,
        ofDx,
        property('scalesWith', { points: 1, argument: 'x', factor: 2, power: 1, fields: ['dX'] }),
        ...others,
      ],
    },
  },
  {
    what: 'a check of a field that does not exist',
    claim: 'prepares',
    change: { checks: [reference('result', { points: 4 }), ofDx, ...others] },
  },
  {
    what: 'the name of a mistake in its first hint',
    claim: 'hints',
    hints: {
      'half-gradient': [
        'The factor 2 of dx is missing.',
        'What does the square leave?',
        'The factor 2 is missing in dx.',
      ],
    },
  },
  {
    what: 'an alternative that is the solution with other names',
    claim: 'alternatives',
    change: {
      alternatives: {
        dot,
        renamed: (values: Tensor1D, weight: number): ReturnType<typeof weigh> => {
          return {
            loss: tf.tidy(() => values.square().sum<Scalar>().mul<Scalar>(weight)),
            dx: tf.tidy(() => values.mul<Tensor1D>(2 * weight)),
          };
        },
      },
    },
  },
  {
    what: 'hidden cases that differ from public ones by less than the bound',
    claim: 'drawn',
    change: {
      cases: [
        first,
        randomCase('random', (draw) => ({ x: tensor([1 + 1e-13 * draw.number(0, 1), 2, 3]), factor: 2 })),
        weightless,
      ],
    },
  },
  ...sabotagedFiles,
];
