import { InvalidArgumentError } from 'commander';
import { trainTexts } from '../../student/training';
import { parseSize } from '../numberOption';
import { parseCount, parseNonNegative, parsePositive, toConfig, type TrainOptions } from './trainOptions';

const en = trainTexts('en');
const options: TrainOptions = {
  optimizer: 'sgd',
  schedule: 'constant',
  warmup: 0,
  epochs: 30,
  batchSize: 100,
  lambda: 0,
  weightDecay: 0,
  trainer: 'trainMiniBatches',
  seed: 1,
  open: false,
};

describe('the options of train', () => {
  it("should default to the optimizer's own learning rate", () => {
    expect(toConfig({ ...options, optimizer: 'momentum' }, en).learningRate).toBe(0.1);
    expect(toConfig({ ...options, optimizer: 'momentum', learningRate: 3 }, en).learningRate).toBe(3);
  });

  it.each([{ optimizer: 'adam' }, { schedule: 'cosine' }, { warmup: 5 }] as const)(
    'should refuse %j with gradientDescent, which takes its own steps',
    (change) => {
      expect(() => toConfig({ ...options, ...change, trainer: 'gradientDescent' }, en)).toThrow(
        'gradientDescent takes its own steps at a fixed rate: leave out --optimizer, --schedule and --warmup, or use --trainer trainMiniBatches',
      );
    },
  );

  it('should accept only valid numbers', () => {
    expect([parsePositive('1e-3'), parseNonNegative('0'), parseCount('0'), parseSize('7')]).toEqual([1e-3, 0, 0, 7]);
    const wrong = [
      () => parsePositive('0'),
      () => parsePositive('x'),
      () => parsePositive(''),
      () => parseNonNegative('-1'),
      () => parseNonNegative('Infinity'),
      () => parseCount('1.5'),
      () => parseSize('0'),
    ];
    for (const parse of wrong) expect(parse).toThrow(InvalidArgumentError);
  });
});
