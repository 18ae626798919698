import { mergeFailures, type Failure } from './claims';

describe('mergeFailures', () => {
  it('should report the same failure once, and each of its seeds once', () => {
    const on = (seed: number): Failure => ({
      claim: 'solution',
      exercise: 'weigh',
      what: 'it fails',
      repair: 'repair it',
      seeds: [seed],
    });
    expect(mergeFailures([on(1), on(1), on(2)])).toEqual([{ ...on(1), seeds: [1, 2] }]);
  });

  it('should report the same of two files twice', () => {
    const failure: Failure = { claim: 'leaks', exercise: undefined, what: 'line 3 leaks', repair: 'repair it' };
    const both = ['README.md', 'README.zh-CN.md'].map((where) => ({ ...failure, where }));
    expect(mergeFailures(both)).toEqual(both);
  });
});
