import { courseText } from '../course/ofCourse';
import { fuzzArchives } from './fuzzArchives';
import { fuzzSources } from './fuzzSources';

const runs = 200;
/** Changes daily; a failure shows it. */
const seed = Number(process.env.DESCENT_FUZZ_SEED ?? Math.floor(Date.now() / 86_400_000));
const bases = [
  courseText('assignments', '03-losses', 'losses.ts'),
  courseText('solutions', '03-losses', 'losses.ts'),
  courseText('solutions', '06-optimizers', 'optimizers.ts'),
].filter((text) => text !== '');

describe(`a random input (seed ${seed})`, () => {
  it('should never crash unpacking', async () => {
    const { crashes, outcomes } = await fuzzArchives({ runs, seed });

    expect(crashes).toEqual([]);
    expect(Object.keys(outcomes).toSorted()).toEqual(['refused', 'unpacked', 'unpacked in part']);
  });

  it('should never crash compiling and searching sources', async () => {
    const { crashes, outcomes } = await fuzzSources(bases, { runs, seed });

    expect(crashes).toEqual([]);
    expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(['compiles', 'does not compile']));
  });
});
