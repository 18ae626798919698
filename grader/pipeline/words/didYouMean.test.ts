import { didYouMean, nearest } from './didYouMean';
import { unknownNames } from './unknownNames';

const ids = ['03-losses', '04-layers', '06-optimizers'];

describe('nearest', () => {
  it.each([
    ['losses', '03-losses'],
    ['03-loses', '03-losses'],
    ['06-OPTIMIZER', '06-optimizers'],
    ['04-layres', '04-layers'],
    ['elsewhere', undefined],
    ['3', undefined],
    ['', undefined],
  ])('should match %j to %j', (word, meant) => {
    expect(nearest(word, ids)).toBe(meant);
  });

  it('should not match every short word to another', () => {
    expect(nearest('ab', ['id', 'to'])).toBeUndefined();
    expect(nearest('idd', ['id', 'to'])).toBe('id');
  });

  it('should find nothing among no names', () => {
    expect(nearest('losses', [])).toBeUndefined();
    expect(nearest('losses', [''])).toBeUndefined();
  });
});

describe('didYouMean', () => {
  it('should name the nearest, otherwise all', () => {
    expect(didYouMean('03-loses', ids)).toBe('did you mean 03-losses?');
    expect(didYouMean('elsewhere', ids)).toBe('known: 03-losses, 04-layers, 06-optimizers');
  });

  it('should list no more names than fit on a line', () => {
    const many = Array.from({ length: 60 }, (_, index) => `name${index + 1}`);
    const first = many.slice(0, 12);
    expect(didYouMean('elsewhere', many)).toBe(`known: ${first.join(', ')} and 48 more`);
    expect(unknownNames.zh.noFunction('elsewhere', many)).toBe(
      `没有函数 elsewhere：有 ${first.join('、')}，另有 48 个`,
    );
    // Listing one more takes no more room than its count.
    expect(didYouMean('elsewhere', many.slice(0, 13))).toMatch(/name13$/);
  });
});
