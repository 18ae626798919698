import type { LambdaChoice } from 'descent';
import {
  callback,
  type CaseSpec,
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  sign,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives.searches';
import { orFirstNumber, type Prefers } from './mistakes';
import { chooseLambda as solution } from './training';

const identity = callback('weightsAlongLine', { start: tensor([[0, 1]]), direction: tensor([[1, -1]]) });

/** A case that lists the accuracy of each λ, which is the first weight of W. */
const listed = (
  id: string,
  lambdas: readonly number[],
  accuracies: readonly number[],
  label: string,
  reserved = false,
): CaseSpec =>
  fixedCase(
    id,
    { lambdas, train: identity, evaluate: callback('numberOfWeights', { keys: lambdas, numbers: accuracies }) },
    { label, reserved },
  );

/** A hidden case with random strengths, whose accuracies have the same order and ties as these. */
const drawn = (id: string, accuracies: readonly number[]): CaseSpec =>
  randomCase(
    `drawn-${id}`,
    (random) => {
      const lambdas = accuracies.map(() => random.number(0, 3));
      const numbers = random.alike(accuracies, 0.1, 0.9);
      return { lambdas, train: identity, evaluate: callback('numberOfWeights', { keys: lambdas, numbers }) };
    },
    { reserved: true, copies: { public: 0, hidden: 1 } },
  );

const trained = (id: string, lambdas: readonly number[]): CaseSpec =>
  randomCase(id, (random) => ({
    lambdas,
    train: callback('weightsAlongLine', { start: random.normal([3, 2]), direction: random.normal([3, 2]) }),
    evaluate: callback('shareClassified', { x: random.normal([15, 2]), y: random.labels(15, 3) }),
  }));

const tried = (
  lambdas: readonly number[],
  train: Parameters<typeof solution>[1],
  evaluate: Parameters<typeof solution>[2],
) => lambdas.map((lambda): LambdaChoice => ({ lambda, accuracy: evaluate(train(lambda)) }));

/** The choice with another comparison. */
const choosing =
  (prefers: Prefers): typeof solution =>
  (lambdas, train, evaluate) =>
    tried(lambdas, train, evaluate).reduce((best, rival) => (prefers(rival.accuracy, best.accuracy) ? rival : best));

const isHigher = orFirstNumber((rival, best) => rival > best);

export const chooseLambda = defineExercise({
  name: 'chooseLambda',
  arguments: ['lambdas', 'train', 'evaluate'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      lambdas: [0, 0.5, 1],
      train: callback('weightsAlongLine', { start: tensor([[0]]), direction: tensor([[1]]) }),
      evaluate: callback('numberOfWeights', { keys: [0, 0.5, 1], numbers: [0.7, 0.9, 0.8] }),
    }),
    trained('random', [0, 0.25, 0.5, 1, 2]),
    listed(
      'many',
      Array.from({ length: 12 }, (_, i) => i / 8),
      Array.from({ length: 12 }, (_, i) => i / 20),
      'there are twelve strengths',
    ),
    trained('falling-strengths', [3, 1, 0.3, 0.1, 0]),
    listed('two-peaks', [0, 0.1, 0.2, 0.4, 0.8], [0.6, 0.8, 0.7, 0.9, 0.5], 'there are two peaks'),
    listed('unsorted', [1, 0.01, 10, 0.1], [0.6, 0.5, 0.4, 0.8], 'the strengths are not sorted'),
    listed('without', [0, 0.1, 1], [0.9, 0.8, 0.7], 'no regularization is best'),
    listed('zero-last', [1, 0.1, 0], [0.7, 0.8, 0.9], 'no regularization is tried last, and is best'),
    listed('one', [0.3], [0.75], 'there is one strength'),
    listed('nothing-right', [0.5, 1], [0, 0], 'all accuracies are 0', true),
    listed('tied', [0.5, 0.1, 2, 0.2], [0.6, 0.9, 0.9, 0.9], 'several strengths do equally well', true),
    listed('tied-falling', [2, 1, 0.5], [0.8, 0.8, 0.8], 'strengths fall and all do equally well', true),
    listed('nan-first', [0, 1, 2], [NaN, 0.3, 0.2], 'the first accuracy is NaN', true),
    listed('nan-between', [0, 1, 2, 3], [0.3, NaN, 0.4, 0.2], 'an accuracy is NaN', true),
    listed('nan-last', [0, 1, 2], [0.2, 0.3, NaN], 'the last accuracy is NaN', true),
    listed('nan-and-zero', [0, 1, 2], [NaN, 0, NaN], 'an accuracy is 0 and the others are NaN', true),
    listed('all-nan', [1, 2, 3], [NaN, NaN, NaN], 'all accuracies are NaN', true),
    drawn('tied', [0.6, 0.9, 0.9, 0.9]),
    drawn('nan-first', [NaN, 0.3, 0.2]),
    drawn('nan-between', [0.3, NaN, 0.4, 0.2]),
  ],
  checks: [
    reference('lambda', { points: 3.5 }),
    reference('accuracy', { points: 2.5 }),
    reference(undefined, { id: 'ties', points: 1.5, on: ['nothing-right', 'tied', 'tied-falling', 'drawn-tied'] }),
    reference(undefined, {
      id: 'notNumbers',
      points: 1.5,
      on: ['nan-first', 'nan-between', 'nan-last', 'nan-and-zero', 'all-nan', 'drawn-nan-first', 'drawn-nan-between'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    {
      id: 'nothing-above-zero',
      fails: [],
      holds: sign('placeholderIsBest', { score: 'accuracy', start: 0, candidates: { lambda: 'lambdas' } }),
      make: () => (lambdas, train, evaluate) =>
        tried(lambdas, train, evaluate).reduce((best, rival) => (rival.accuracy > best.accuracy ? rival : best), {
          lambda: undefined as never,
          accuracy: 0,
        }),
    },
    ...wrong<typeof solution>({
      lowest: choosing(orFirstNumber((rival, best) => rival < best)),
      'last-of-equals': choosing(orFirstNumber((rival, best) => rival >= best)),
      'zero-left-out': (lambdas, train, evaluate) => choosing(isHigher)(lambdas.filter(Boolean), train, evaluate),
      // if (!lambda || accuracy > best) …
      'zero-lambda-taken-for-nothing': (lambdas, train, evaluate) =>
        tried(lambdas, train, evaluate).reduce((best, rival) =>
          best.lambda === 0 || isHigher(rival.accuracy, best.accuracy) ? rival : best,
        ),
      'weakest-of-equals': (lambdas, train, evaluate) =>
        choosing(isHigher)(
          lambdas.toSorted((a, b) => a - b),
          train,
          evaluate,
        ),
      'nan-holds-the-lead': choosing((rival, best) => rival > best),
      'nan-takes-the-lead': choosing((rival, best) => !(rival <= best)),
      'zero-taken-for-nothing': choosing(orFirstNumber((rival, best) => !best || rival > best)),
      'nan-spoils-the-maximum': (lambdas, train, evaluate) => {
        const accuracies = tried(lambdas, train, evaluate).map(({ accuracy }) => accuracy);
        const accuracy = Math.max(...accuracies);
        return { lambda: lambdas[accuracies.indexOf(accuracy)] as never, accuracy };
      },
      'last-nan-kept': choosing((rival, best) => rival > best || Number.isNaN(best)),
      'place-for-lambda': (lambdas, train, evaluate) => {
        const { lambda, accuracy } = choosing(isHigher)(lambdas, train, evaluate);
        return { lambda: lambdas.indexOf(lambda), accuracy };
      },
      percent: (lambdas, train, evaluate) => {
        const { lambda, accuracy } = choosing(isHigher)(lambdas, train, evaluate);
        return { lambda, accuracy: 100 * accuracy };
      },
      'accuracy-of-the-last': (lambdas, train, evaluate) => {
        const choices = tried(lambdas, train, evaluate);
        const { lambda } = choosing(isHigher)(lambdas, train, evaluate);
        return { lambda, accuracy: choices.at(-1)?.accuracy ?? NaN };
      },
      'stops-at-the-first-fall': (lambdas, train, evaluate) => {
        const accuracies = tried(lambdas, train, evaluate).map(({ accuracy }) => accuracy);
        const fall = accuracies.findIndex((accuracy, i) => accuracy < (accuracies[i - 1] ?? -Infinity));
        return choosing(isHigher)(fall === -1 ? lambdas : lambdas.slice(0, fall), train, evaluate);
      },
    }),
  ],
  alternatives: alternatives.chooseLambda,
  witnesses: [],
  forbidden: libraryAnswers,
});
