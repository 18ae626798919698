import {
  callback,
  type CaseSpec,
  defineExercise,
  fixedCase,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives.searches';
import { orFirstNumber, type Prefers } from './mistakes';
import { randomSearch as solution } from './training';

/** A case that lists the loss of each sample. */
function listed(
  id: string,
  losses: readonly number[],
  label: string,
  { reserved = true, tries = losses.length } = {},
): CaseSpec {
  const keys = losses.map((_, index) => index + 1);
  const samples = keys.map((key) => tensor([[key, -key]]));
  const loss = callback('numberOfWeights', { keys, numbers: losses });
  return fixedCase(id, { loss, sample: callback('listedSamples', { samples }), tries }, { label, reserved });
}

/** A hidden case with random samples, whose losses have the same order and ties as these. */
const listedAlike = (id: string, losses: readonly number[]): CaseSpec =>
  randomCase(
    id,
    (random) => {
      const keys = losses.map(() => random.number(1, 9));
      const samples = keys.map((key) => tensor([[key, -key]]));
      const loss = callback('numberOfWeights', { keys, numbers: random.alike(losses, 1, 9) });
      return { loss, sample: callback('listedSamples', { samples }), tries: losses.length };
    },
    { reserved: true, copies: { public: 0, hidden: 1 } },
  );

const drawn = (id: string, C: number, D: number, nanBelow?: number): CaseSpec =>
  randomCase(
    id,
    (random) => ({
      loss: callback('squaredDistanceTo', { center: random.normal([C, D]), nanBelow }),
      sample: callback('uniformSamples', { shape: [C, D], seed: random.integer(0, 1000) }),
      tries: 9,
    }),
    nanBelow === undefined ? {} : { label: 'the loss is NaN for some weights', reserved: true },
  );

/** The search with another comparison, and `more` tries than it should have. */
const searching =
  (prefers: Prefers, more = 0): typeof solution =>
  (loss, sample, tries) =>
    Array.from({ length: tries + more }, () => sample())
      .map((W) => ({ W, loss: loss(W) }))
      .reduce((leader, rival) => (prefers(rival.loss, leader.loss) ? rival : leader));

const isLower = orFirstNumber((rival, leader) => rival < leader);

export const randomSearch = defineExercise({
  name: 'randomSearch',
  arguments: ['loss', 'sample', 'tries'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      loss: callback('squaredDistanceTo', { center: tensor([[3]]) }),
      sample: callback('listedSamples', { samples: [tensor([[1]]), tensor([[4]]), tensor([[5]])] }),
      tries: 3,
    }),
    drawn('random', 3, 2),
    drawn('square', 2, 2),
    listed('two-valleys', [4, 2, 3, 1, 5], 'the loss falls, rises and falls again', { reserved: false }),
    listed('below-zero', [0.5, -3, -1, 2], 'some losses are negative', { reserved: false }),
    listed('first-is-best', [1, 3, 2], 'the first sample is the best', { reserved: false }),
    listed('last-is-best', [4, 3, 1], 'the last sample is the best', { reserved: false }),
    listed('enough', [4, 2, 3, 1], 'a sample after the last try would be better', { reserved: false, tries: 3 }),
    listed('one-try', [7, 5], 'there is one try', { reserved: false, tries: 1 }),
    listed('minus-infinite', [0.5, -Infinity, -4], 'a loss is −Infinity', { reserved: false }),
    listed('zero-is-best', [3, 0, 2, 1], 'the lowest loss is 0', { reserved: false }),
    listed('tied', [3, 1, 1, 2], 'two samples have the lowest loss'),
    listed('all-alike', [2, 2, 2], 'all losses are equal'),
    listedAlike('drawn-tied', [3, 1, 1, 2]),
    drawn('nan-somewhere', 2, 3, 0),
    listed('nan-first', [NaN, 3, 2], 'the first loss is NaN'),
    listed('nan-between', [3, NaN, 2, 4], 'a loss is NaN'),
    listed('nan-last', [2, 3, NaN], 'the last loss is NaN'),
    listed('nan-and-zero', [NaN, 0, NaN], 'a loss is 0 and the others are NaN'),
    listed('nan-and-infinite', [NaN, Infinity, NaN], 'a loss is infinite and the others are NaN'),
    listed('all-nan', [NaN, NaN, NaN], 'all losses are NaN'),
    listed('all-infinite', [Infinity, Infinity, Infinity], 'all losses are infinite'),
  ],
  checks: [
    reference('W', { points: 4 }),
    reference('loss', { points: 2 }),
    reference(undefined, { id: 'ties', points: 1, on: ['tied', 'all-alike', 'drawn-tied'] }),
    reference(undefined, {
      id: 'notNumbers',
      points: 2,
      on: [
        'nan-somewhere',
        'nan-first',
        'nan-between',
        'nan-last',
        'nan-and-zero',
        'nan-and-infinite',
        'all-nan',
        'all-infinite',
      ],
    }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: wrong<typeof solution>({
    highest: searching(orFirstNumber((rival, leader) => rival > leader)),
    'last-of-equals': searching(orFirstNumber((rival, leader) => rival <= leader)),
    'nan-holds-the-lead': searching((rival, leader) => rival < leader),
    'nan-takes-the-lead': searching((rival, leader) => !(rival >= leader)),
    'zero-taken-for-nothing': searching((rival, leader) => (!leader && !Number.isNaN(rival)) || rival < leader),
    'zero-and-nan-taken-for-nothing': searching((rival, leader) => !leader || rival < leader),
    'last-nan-kept': searching((rival, leader) => rival < leader || Number.isNaN(leader)),
    'nothing-below-infinity': (loss, sample, tries) => {
      const { W, loss: lowest } = searching(isLower)(loss, sample, tries);
      return lowest < Infinity ? { W, loss: lowest } : { W: undefined as never, loss: Infinity };
    },
    'one-try-too-many': searching(isLower, 1),
    'one-try-too-few': searching(isLower, -1),
    'last-sample-returned': (loss, sample, tries) => {
      const samples = Array.from({ length: tries }, () => sample());
      const { loss: lowest } = samples
        .map((W) => ({ loss: loss(W) }))
        .reduce((a, b) => (isLower(b.loss, a.loss) ? b : a));
      return { W: samples.at(-1) as never, loss: lowest };
    },
    'sampled-again': (loss, sample, tries) => ({ loss: searching(isLower)(loss, sample, tries).loss, W: sample() }),
    'stops-at-the-first-rise': (loss, sample, tries) => {
      let best = searching(isLower)(loss, sample, 1);
      for (let i = 1; i < tries; i += 1) {
        const W = sample();
        const rival = { W, loss: loss(W) };
        if (rival.loss > best.loss) break;
        if (isLower(rival.loss, best.loss)) best = rival;
      }
      return best;
    },
  }),
  alternatives: alternatives.randomSearch,
  witnesses: [],
  forbidden: libraryAnswers,
});
