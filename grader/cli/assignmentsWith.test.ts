import { curriculum } from '../curriculum';
import { withFiles } from '../files/testing/withFiles';
import { readCourse } from '../pipeline/course';
import { assignmentsWith } from './assignmentsWith';
import { UsageError } from './errors';

const specOf = (id: string, ...names: readonly string[]): string => `
  const shared = { arguments: [], reference: () => 1, cases: [], checks: [], mistakes: [], alternatives: {} };
  const exercises = ${JSON.stringify(names)}.map((name) => ({ name, ...shared, witnesses: [], forbidden: [] }));
  export default { id: '${id}', title: '', file: 'a.ts', exercises };
`;
const files = {
  'assignments/course.json': JSON.stringify({
    title: 'Course',
    publicSeed: 'seed',
    assignments: ['01-one', '02-two', '03-three'],
  }),
  'solutions/01-one/spec.ts': specOf('01-one', 'softmax', 'crossEntropy'),
  'solutions/02-two/spec.ts': specOf('02-two', 'adamStep', 'softmax'),
  'solutions/03-three/spec.ts': 'export default {',
};

describe('assignmentsWith', () => {
  const find = (exercise: string, ...ids: readonly string[]): Promise<readonly string[]> =>
    withFiles(files, async (root) =>
      assignmentsWith({ root, engine: root, curriculum }, await readCourse(root), { ids, exercise }),
    );

  it('should find the assignments whose specs contain the exercise, even if none was generated yet', async () => {
    expect(await find('crossEntropy')).toEqual(['01-one']);
    expect(await find('softmax')).toEqual(['01-one', '02-two']);
    expect(await find('adamStep', '02-two', '01-one')).toEqual(['02-two']);
  });

  it('should refuse an unknown exercise as a wrong call, with the closest of the named assignments', async () => {
    await expect(find('adamStpe', '01-one', '02-two')).rejects.toThrow(
      new UsageError('there is no function adamStpe; did you mean adamStep?'),
    );
    await expect(find('adamStep', '01-one')).rejects.toThrow(
      new UsageError('there is no function adamStep; known: softmax, crossEntropy'),
    );
    await expect(find('adamStep', '4')).rejects.toThrow(UsageError);
  });

  it('should leave it to the proof why a spec that may contain it can not be used', async () => {
    expect(await find('adamStpe', '03-three', '01-one')).toEqual(['03-three']);
  });
});
