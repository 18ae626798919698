import { formats } from './';
import { inputWith } from './testing/fixture';
import { gradescopeSchema } from './testing/schemas';
import { identity } from './testing/identity';

describe('points of a rubric', () => {
  const says = { en: 'Each step is justified' };
  const figure = {
    criterion: 'figure',
    says: { en: 'The axes are labelled' },
    points: 2,
    max: 2,
    comment: 'Neat',
    by: 'Kim',
  };
  /** The text of a1's file with these points for the derivation. */
  const judged = (name: string, points: number | null, partner?: number): string => {
    const all = inputWith({ identity });
    const grades = all.grades.flatMap((grade) => {
      if (grade.submission !== 'a1') return [grade];
      return [points, ...(partner === undefined ? [] : [partner])].map((given) => ({
        ...grade,
        assignments: grade.assignments.map((one) =>
          one.id === '03-losses'
            ? {
                ...one,
                rubric: [
                  { criterion: 'derivation', says, points: given, max: 3, comment: 'Step 2 is missing', by: 'Kim' },
                  figure,
                ],
              }
            : one,
        ),
      }));
    });
    const format = formats.find((one) => one.name === name);
    const own = all.results.filter(({ submission }) => submission === 'a1');
    const [only] = own;
    const input = { ...all, grades, results: own };
    if (only === undefined || format === undefined || format.of === 'archive') throw new Error('no such format');
    return format.of === 'class' ? format.write(input).text : format.write(only, input).text;
  };

  it('should be tests with points and comments on Gradescope', () => {
    const file = JSON.parse(judged('gradescope', 2.5)) as { score: number; tests: Record<string, unknown>[] };
    expect(gradescopeSchema.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(file.score).toBe(20 + 2.5 + 2);
    expect(file.tests.filter(({ tags }) => String(tags).includes('03-losses')).slice(-2)).toMatchObject([
      {
        name: 'derivation › Each step is justified',
        score: 2.5,
        max_score: 3,
        status: 'failed',
        output: 'Step 2 is missing',
      },
      { name: 'figure › The axes are labelled', score: 2, max_score: 2, status: 'passed', output: 'Neat' },
    ]);
  });

  it('should count in the points and maximum of other formats of tests', () => {
    expect(JSON.parse(judged('github', 2.5))).toMatchObject({ max_score: 25 });
    expect(JSON.parse(judged('classroom50', 2.5))).toMatchObject({ score: 49, 'max-score': 50 });
    expect(judged('junit', 2.5)).toContain('<property name="score" value="24.5"/>');
    expect(judged('junit', 2.5)).toContain('2.5 of 3 points</failure>');
    expect(judged('exercism', 2.5)).not.toContain('derivation');
  });

  it('should be refused while they are missing, not representable, or different for owners of one file', () => {
    expect(() => judged('gradescope', null)).toThrow(
      "a1 waits for a person's points for 03-losses › derivation; left out",
    );
    expect(judged('junit', null)).toContain('not graded yet: a person gives these points');
    expect(() => judged('classroom50', 2.25)).toThrow(
      'a1 has 2.25 points for 03-losses › derivation › Each step is justified, but Classroom 50 only allows multiples of 0.5; left out',
    );
    expect(() => judged('github', 1, 2)).toThrow(
      'a1 and a1 have different points in rubric.csv, but share one file; left out',
    );
  });
});
