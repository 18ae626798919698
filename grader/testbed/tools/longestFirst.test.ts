import type { Test, TestContext } from '@jest/test-result';
import LongestFirst from './longestFirst';

/** A file with a known duration, so that Jest does not read its size. */
const test = (project: string, name: string, duration: number): Test => ({
  path: `/course/${name}`,
  duration,
  context: { config: { displayName: { name: project, color: 'white' }, cache: false, id: project } } as TestContext,
});

describe('LongestFirst', () => {
  it('should begin with proofs of the course, longest first within each project', async () => {
    const sequencer = new LongestFirst({ contexts: [], globalConfig: {} as never });
    const tests = [
      test('unit', 'a', 900),
      test('e2e', 'b', 10),
      test('e2e', 'c', 20),
      test('fairness', 'd', 1),
      test('browser', 'e', 5),
    ];
    jest
      .spyOn(sequencer, '_getCache')
      .mockReturnValue(Object.fromEntries(tests.map(({ path, duration = 0 }) => [path, [1, duration]])));
    expect((await sequencer.sort(tests)).map(({ path }) => path.slice(-1))).toEqual(['d', 'e', 'c', 'b', 'a']);
  });
});
