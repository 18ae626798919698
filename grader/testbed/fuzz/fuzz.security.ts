import { courseText } from '../course/ofCourse';
import { fuzzArchives } from './fuzzArchives';
import { fuzzSources } from './fuzzSources';

const runs = 200;
/** Another one each day; a failure names it. */
const seed = Number(process.env.DESCENT_FUZZ_SEED ?? Math.floor(Date.now() / 86_400_000));
const bases = [
  courseText('assignments', '03-losses', 'losses.ts'),
  courseText('solutions', '03-losses', 'losses.ts'),
  courseText('solutions', '06-optimizers', 'optimizers.ts'),
].filter((text) => text !== '');

describe(`a random input, of seed ${seed},`, () => {
  it('should never take down what reads archives', async () => {
    const { crashes, outcomes } = await fuzzArchives({ runs, seed });

    expect(crashes).toEqual([]);
    expect(Object.keys(outcomes).toSorted()).toEqual(['refused', 'unpacked', 'unpacked in part']);
  });

  it('should never take down what compiles and searches sources', async () => {
    const { crashes, outcomes } = await fuzzSources(bases, { runs, seed });

    expect(crashes).toEqual([]);
    expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(['compiles', 'does not compile']));
  });
});
