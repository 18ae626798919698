import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { matchRoster, type GradeBook } from '../roster';
import { gradesOf } from '../roster/gradesOf';
import { result, student } from '../roster/testing/samples';
import { writeAnonymous } from './writeAnonymous';

const students = [
  student('s0001', { name: 'Jane Doe', email: 'jane@x.org' }),
  student('s0002', { name: 'Bob Stone', email: 'bob@x.org', group: 'The Stones' }),
  student('s0003', { name: 'Zoë Stone', group: 'The Stones' }),
  student('s0004', { name: 'Al Absent' }),
];
const course = { schedule: [], timeZone: 'UTC', latePolicy: { percentPerDay: 0, maximumDays: 1, graceMinutes: 0 } };
const janes = result('s0001', 5);
const results = [
  {
    ...janes,
    entry: 's0001.zip',
    assignments: janes.assignments.map((one) => ({
      ...one,
      message: 's0001 does not compile',
      place: { file: 'JaneDoe_losses.ts', line: 3 },
      remarks: ['JaneDoe_losses.ts was graded as 03-losses/losses.ts, because of its name'],
    })),
  },
  result('The Stones', 8),
];
const match = matchRoster(
  students,
  results.map(({ submission }) => submission),
);
const overrides = [{ line: 2, id: 's0001', exercise: 'softmax', points: 9, reason: 'Jane explained it', by: 'Kim' }];
const book: GradeBook = {
  grades: gradesOf({ results, course, students, match, overrides }),
  students,
  match,
  staleOverrides: [],
};
const names = /s000\d|Jane|Doe|Bob|Zoë|Stone|Absent|Kim|x\.org/;

async function texts(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found.set(path.slice(folder.length + 1), await readFile(path, 'utf8'));
  }
  return found;
}

describe('writeAnonymous', () => {
  it('should write pages and grades with points but without names', () =>
    withFiles({}, async (folder) => {
      const { folder: out, key } = await writeAnonymous({ folder, results }, book, { courseTitle: '' });

      const written = await texts(out);
      // Pages for Jane, both members of the group, and the group.
      expect([...written.keys()].filter((path) => path.startsWith('report/students/'))).toHaveLength(4);
      for (const [path, text] of written) {
        expect(path).not.toMatch(names);
        expect(text).not.toMatch(names);
      }
      const rows = (await readFile(key, 'utf8')).trim().split('\n').slice(1);
      const number = /^(\d{5}),student,s0001,Jane Doe$/m.exec(rows.join('\n'))?.[1] ?? '';
      const grades = (written.get('grades.csv') ?? '').trim().split('\n');
      expect(grades.find((row) => row.startsWith(`${number},`))).toMatch(/,5,10,graded,\d{5},,5,0,4,9,/);
      expect(grades).toHaveLength(1 + students.length);
      // The numbers' order reveals no other order.
      const ids = grades.slice(1).map((row) => /,(\d{5}),,/.exec(row)?.[1] ?? '');
      expect(ids).toEqual(ids.toSorted());
    }));

  it('should keep existing numbers', () =>
    withFiles({}, async (folder) => {
      const { key } = await writeAnonymous({ folder, results }, book, { courseTitle: '' });
      const before = await readFile(key, 'utf8');
      await writeAnonymous({ folder, results: [...results, result('zz', 1)] }, book, { courseTitle: '' });
      expect(await readFile(key, 'utf8')).toMatch(new RegExp(`^${before.trim()}\n\\d{5},submission,zz,\n$`));
    }));
});
