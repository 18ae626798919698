import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRubric } from './readRubric';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'rubric-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rubrics = new Map([['01-kinds', { derivation: { points: 3, says: 'each step' } }]]);
const read = (rows: string): ReturnType<typeof readRubric> => {
  const file = join(folder, 'rubric.csv');
  writeFileSync(file, `id,assignment,criterion,points,comment,by\n${rows}`);
  return readRubric({ file, people: ['a1', 'b2'], rubrics });
};

describe('readRubric', () => {
  it('should read points and comments, and treat a row without points as not graded yet', async () => {
    expect(await read('A1,01-kinds,derivation,"2,5",neat,Kim\nb2,01-kinds,derivation,,,\n')).toEqual([
      { line: 2, id: 'A1', assignment: '01-kinds', criterion: 'derivation', points: 2.5, comment: 'neat', by: 'Kim' },
    ]);
  });

  it.each([
    ['c3,01-kinds,derivation,1,,Kim', 'row 2: unknown student or submission c3'],
    ['a1,02-other,derivation,1,,Kim', 'row 2: 02-other has no rubric in assignments/course.json'],
    ['a1,01-kinds,derivaton,1,,Kim', 'row 2: 01-kinds has no criterion derivaton; did you mean derivation?'],
    ['a1,01-kinds,derivation,4,,Kim', 'row 2: 4 for derivation is no number from 0 to 3'],
    ['a1,01-kinds,derivation,good,,Kim', 'row 2: good for derivation is no number from 0 to 3'],
    ['a1,01-kinds,derivation,1,,', 'row 2: the column `by` is empty'],
    ['a1,01-kinds,derivation,1,,Kim\nA1,01-kinds,derivation,2,,Kim', 'row 3: row 2 also grades derivation of A1'],
  ])('should refuse the row %s', async (rows, message) => {
    await expect(read(rows)).rejects.toThrow(message);
  });
});
