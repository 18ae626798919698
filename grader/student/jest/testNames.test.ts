import { nameOfFileTest, patternOf } from './testNames';

describe('patternOf', () => {
  const isAsked = (name: string, test: string): boolean => new RegExp(patternOf(name)).test(test);

  it('should find the tests of a function by its whole name', () => {
    expect(isAsked('softmax', '03-losses softmax matches the reference')).toBe(true);
    expect(isAsked('softmax', '03-losses softmaxLoss dW matches the reference')).toBe(false);
    expect(isAsked('softmax', '03-losses crossEntropy is what softmax gives')).toBe(false);
  });

  it.each(['loads', 'is one file of'] as const)('should find with each function that its file %s', (what) => {
    const test = `03-losses ${nameOfFileTest(what, ['softmax', 'crossEntropy', 'softmaxLoss'])}`;
    for (const name of ['softmax', 'crossEntropy', 'softmaxLoss']) expect(isAsked(name, test)).toBe(true);
    for (const name of ['soft', 'Loss', 'hingeLoss']) expect(isAsked(name, test)).toBe(false);
  });
});
