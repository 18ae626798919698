import { join } from 'node:path';
import { checkOutcomes } from '../pipeline/checks';
import { outcomesOf } from '../pipeline/checks/testing';
import { readPublicFile, writePublicFile } from '../pipeline/course';
import { loadSpec } from '../pipeline/course/loadSpec';
import { prepareAssignment } from '../pipeline/course/prepareAssignment';
import { scoreExercise } from '../pipeline/score';
import { curriculum } from '.';
import { anotherId, courseIds } from '../testbed/course/ofCourse';

const root = join(__dirname, '../..');
const id = courseIds.find((one) => one === '06-optimizers') ?? anotherId;

describe('a public file of this course', () => {
  it('should give the same results as its spec', async () => {
    const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
    const prepared = await prepareAssignment(spec, { public: 'any', hidden: undefined }, '');
    const read = readPublicFile(writePublicFile(prepared), 'public.json', curriculum);
    for (const author of spec.exercises) {
      const results = [prepared, read].map(({ exercises }) => {
        const one = exercises.find((candidate) => candidate.name === author.name);
        if (one === undefined) throw new Error(`${author.name} is missing`);
        return [author.reference, ...author.mistakes.map(({ make }) => make())].map((run) => {
          const { score, status, mistake, checks } = scoreExercise(checkOutcomes(one, outcomesOf(one, run)));
          return {
            score,
            status,
            mistake,
            findings: checks.map(({ finding, relativeError }) => ({ finding, relativeError })),
          };
        });
      });
      expect(results[1]).toEqual(results[0]);
    }
  });
});
