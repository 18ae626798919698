import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { withFiles } from '../../files/testing/withFiles';
import type { AssignmentGrade, Grade } from './gradesOf';
import { readRubric } from './readRubric';
import { rubricTable } from './rubricTable';
import { student } from './testing/samples';

const says = { en: 'each step' };
const rubric = [
  { criterion: 'derivation', says, points: null, max: 3, comment: '', by: '' },
  { criterion: 'figure', says, points: null, max: 2, comment: '', by: '' },
];
const points = { raw: null, penalty: null, override: null, final: null };
const assignment: AssignmentGrade = {
  ...points,
  id: '01-kinds',
  max: 15,
  optional: false,
  status: 'graded',
  daysLate: 0,
  overrides: [],
  rubric,
};
const grade = (id: string, submission: string | undefined, status: AssignmentGrade['status'] = 'graded'): Grade => ({
  ...points,
  student: student(id, { name: `Name of ${id}` }),
  submission,
  assignments: [
    { ...assignment, status },
    { ...assignment, id: '02-plain', rubric: [] },
  ],
  max: 15,
  status: 'partial',
  remarks: [],
});
const grades = [
  grade('a1', 'a1'),
  grade('b2', undefined, 'absent'),
  grade('c3', 'c3', 'missing'),
  grade('d4', 'team'),
  grade('e5', 'team'),
];

describe('rubricTable', () => {
  it('should have a row for each criterion of each submission', async () => {
    expect(await rubricTable(grades, undefined)).toEqual({
      text: [
        'id,name,assignment,criterion,max,points,comment,by',
        'a1,Name of a1,01-kinds,derivation,3,,,',
        'a1,Name of a1,01-kinds,figure,2,,,',
        'team,"Name of d4, Name of e5",01-kinds,derivation,3,,,',
        'team,"Name of d4, Name of e5",01-kinds,figure,2,,,',
        '',
      ].join('\n'),
      added: 4,
      kept: 0,
    });
  });

  it('should keep filled-in rows and extra columns, and be readable', () =>
    withFiles(
      {
        'rubric.csv':
          'id;assignment;criterion;points;comment;by;seen\nA1;01-kinds;derivation;2,5;neat;Kim;yes\ne5;01-kinds;figure;1;;Kim;\n',
      },
      async (folder) => {
        const file = join(folder, 'rubric.csv');
        const { text, added, kept } = await rubricTable(grades, file);
        expect([added, kept]).toEqual([3, 2]);
        expect(text.split('\n').slice(0, 4)).toEqual([
          'id,assignment,criterion,points,comment,by,seen',
          'A1,01-kinds,derivation,"2,5",neat,Kim,yes',
          'e5,01-kinds,figure,1,,Kim,',
          'a1,01-kinds,figure,,,,',
        ]);
        await writeFile(file, text);
        const rubrics = new Map([
          ['01-kinds', { derivation: { points: 3, says: '' }, figure: { points: 2, says: '' } }],
        ]);
        const rows = await readRubric({ file, people: ['a1', 'e5', 'team'], rubrics });
        expect(rows.map(({ id, points: given }) => [id, given])).toEqual([
          ['A1', 2.5],
          ['e5', 1],
        ]);
        expect((await rubricTable(grades, file)).added).toBe(0);
        expect(await readFile(file, 'utf8')).toBe(text);
      },
    ));
});
