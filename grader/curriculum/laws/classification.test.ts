import { labels, tensor } from '../../pipeline/course/spec/values';
import { Unsendable, type Value, type ValueRecord } from '../../execution/values';
import { lawNamed } from '../../pipeline/checks/laws';
import { violationOf, type EnglishViolation } from '../../pipeline/checks/testing/violationOf';
import { laws as courseLaws } from '.';

// Five images, the first two of which are also classified one by one.
const expected: Value = [labels([3, 1, 4, 1, 5]), labels([3]), labels([1])];
/** The first four are right. */
const fourOfFive: Value = [labels([3, 1, 4, 1, 9]), labels([3]), labels([1])];

const broken = (law: string, result: Value, parameters: ValueRecord = {}): EnglishViolation | undefined =>
  violationOf(lawNamed(courseLaws, law), { parameters, expected, run: () => result });

describe('classifiesAtLeast', () => {
  it('should hold at the share and above', () => {
    expect(broken('classifiesAtLeast', fourOfFive, { share: 0.8 })).toBeUndefined();
    expect(broken('classifiesAtLeast', fourOfFive, { share: 0.81 })).toEqual({
      where: 'percentage of the images',
      expected: 81,
      got: 80,
    });
  });

  it('should report labels that are all too high by the same amount', () => {
    const shifted = [labels([4, 2, 5, 2, 6]), labels([4]), labels([2])];
    expect(broken('classifiesAtLeast', shifted, { share: 1, offset: 1 })).toBeUndefined();
    expect(broken('classifiesAtLeast', expected, { share: 0.1, offset: 1 })).toMatchObject({ got: 0 });
    expect(broken('classifiesAtLeast', shifted, { share: 0.1 })).toMatchObject({ got: 0 });
  });

  it.each<[string, Value, string]>([
    ['a promise of a classifier', new Unsendable('a Promise'), 'wrong-kind'],
    ['nothing', undefined, 'wrong-kind'],
    ['scores instead of labels', [tensor([[1, 2]]), labels([3]), labels([1])], 'wrong-shape'],
    ['labels that are no whole numbers', [tensor([3.5, 1, 4, 1, 5]), labels([3]), labels([1])], 'wrong-dtype'],
    ['as many labels for one image as for all', [expected[0], expected[0], expected[0]] as Value, 'wrong-shape'],
    ['too few answers', [expected[0]] as Value, 'not-a-tensor'],
    ['NaN', [tensor([NaN, 1, 4, 1, 5]), labels([3]), labels([1])], 'not-finite'],
  ])('should be broken by %s', (_what, result, id) => {
    expect(broken('classifiesAtLeast', result, { share: 0 })).toMatchObject({ because: { id } });
  });
});

describe('classifiesAlone', () => {
  it('should hold if images get the same label alone and in a batch, and enough are right', () => {
    expect(broken('classifiesAlone', fourOfFive, { share: 0.8 })).toBeUndefined();
    expect(broken('classifiesAlone', [labels([3, 1, 4, 1, 9]), labels([3]), labels([7])], { share: 0.8 })).toEqual({
      where: 'image 2, classified alone',
      expected: 1,
      got: 7,
    });
  });

  it('should be broken by a constant classifier', () => {
    const constant = [labels([1, 1, 1, 1, 1]), labels([1]), labels([1])];
    expect(broken('classifiesAlone', constant, { share: 0.5 })).toMatchObject({ expected: 50, got: 40 });
  });
});

describe('classifiesAlike', () => {
  it('should only hold for a constant classifier', () => {
    expect(broken('classifiesAlike', [labels([1, 1, 1, 1, 1]), labels([1]), labels([1])])).toBeUndefined();
    expect(broken('classifiesAlike', fourOfFive)).toEqual({ where: 'different labels', expected: 1, got: 4 });
  });
});
