import { curriculum } from '../../curriculum';
import { hintsOf } from '../../pipeline/course/hintsOf';
import type { Failure } from './claims';
import { addSpecFailure } from './addSpecFailure';
import { fairHints, tinySpec } from './testing/tinySpec';
import { proveWritten } from './writtenClaims';

const failure = (claim: Failure['claim'], what: string): Failure => ({
  claim,
  exercise: undefined,
  what,
  repair: 'repair it',
});
const unprepared = failure('prepares', 'there is no law named mirrored');

describe('addSpecFailure', () => {
  it('should keep other failures', () => {
    const others = [
      failure('handout', 'there is no handout'),
      failure('generated', "its files can't be generated: the solution is missing"),
    ];
    expect(addSpecFailure(others, unprepared)).toEqual([...others, unprepared]);
  });

  it('should not repeat that files can not be generated for the same reason', () => {
    const echo = failure('generated', `its files can't be generated: ${unprepared.what}`);
    expect(addSpecFailure([echo], unprepared)).toEqual([unprepared]);
  });

  it('should leave missing hints to the claim about hints', async () => {
    const spec = { ...tinySpec(), hints: {} };
    const written = (
      await proveWritten({ root: 'nowhere', engine: 'nowhere', curriculum }, spec, { draft: false })
    ).filter(({ claim }) => claim === 'hints');
    expect(written).toHaveLength(Object.keys(fairHints.weigh ?? {}).length);
    expect(written[0]?.where).toBe('solutions/01-tiny/hints.en.yaml');
    const thrown = (): unknown => hintsOf(spec, 'weigh', 'half-gradient');
    expect(thrown).toThrow(/^weigh: the mistake half-gradient has no hints/);
    try {
      thrown();
    } catch (error) {
      expect(addSpecFailure(written, failure('prepares', (error as Error).message))).toEqual(written);
    }
  });
});
